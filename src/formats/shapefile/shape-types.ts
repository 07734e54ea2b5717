/**
 * The shape types of the format and how much a record of each needs (ESRI Shapefile Technical
 * Description, 1998). Knows bytes, no files and no features.
 *
 * The libraries shapefile 0.6.6 and shpjs 6.2.0 were looked at and left: both allocate by counts that
 * the file states, neither knows deleted records or a wrong .cpg, and what they drop they do not tell.
 */
export const ShapeType = { none: 0, point: 1, line: 3, polygon: 5, multiPoint: 8, multiPatch: 31 } as const;

const MAGIC = 9994;
export const HEADER_BYTES = 100;
export const RECORD_HEADER_BYTES = 8;
/** Of types with Z (11–18) and M (21–28), the flat type is the last digit. */
const KNOWN: ReadonlySet<number> = new Set([0, 1, 3, 5, 8, 11, 13, 15, 18, 21, 23, 25, 28, 31]);

export const isKnownType = (type: number): boolean => KNOWN.has(type);
export const flatType = (type: number): number => (type === ShapeType.multiPatch ? type : type % 10);
export const hasMoreNumbers = (type: number): boolean => type > 10 && type !== ShapeType.multiPatch;

/** .shp and .shx begin alike: the magic number, big-endian, and five empty ones. */
export const hasShapeMagic = (bytes: Uint8Array): boolean =>
  bytes.length >= 8 && viewOf(bytes).getUint32(0) === MAGIC && viewOf(bytes).getUint32(4) === 0;

export const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Bytes where lists of part starts and of positions begin within a record's content. */
export const POINT_AT = 4;
export const POINTS_OF_MULTIPOINT_AT = 40;
export const PARTS_AT = 44;

export interface ContentCounts {
  readonly parts: number;
  readonly positions: number;
  /** Bytes up to the end of the flat positions. */
  readonly flatBytes: number;
  /** Bytes with heights, and with heights and measures: M is left out by some writers. */
  readonly possibleBytes: readonly number[];
}

/** What the content at `at` says of its own size; undefined for an unknown type or what does not fit before `limit`. O(1). */
export function countContent(view: DataView, at: number, limit: number): ContentCounts | undefined {
  if (at + 4 > limit) return undefined;
  const type = view.getInt32(at, true);
  if (!isKnownType(type)) return undefined;
  const kind = flatType(type);
  if (kind === ShapeType.none) return { parts: 0, positions: 0, flatBytes: 4, possibleBytes: [4] };
  const fits = (counts: ContentCounts) => (at + counts.flatBytes <= limit ? counts : undefined);
  if (kind === ShapeType.point) return fits(withExtras(type, 0, 1, POINT_AT + 16, 8));
  if (kind === ShapeType.multiPoint) {
    if (at + POINTS_OF_MULTIPOINT_AT > limit) return undefined;
    const positions = view.getInt32(at + 36, true);
    if (positions < 0) return undefined;
    return fits(withExtras(type, 0, positions, POINTS_OF_MULTIPOINT_AT + 16 * positions, 16 + 8 * positions));
  }
  if (at + PARTS_AT > limit) return undefined;
  const parts = view.getInt32(at + 36, true);
  const positions = view.getInt32(at + 40, true);
  if (parts < 0 || positions < 0) return undefined;
  const bytesPerPart = kind === ShapeType.multiPatch ? 8 : 4;
  return fits(withExtras(type, parts, positions, PARTS_AT + bytesPerPart * parts + 16 * positions, 16 + 8 * positions));
}

function withExtras(type: number, parts: number, positions: number, flatBytes: number, extra: number): ContentCounts {
  const counts = { parts, positions, flatBytes };
  if (type < 10) return { ...counts, possibleBytes: [flatBytes] };
  return { ...counts, possibleBytes: [flatBytes, flatBytes + extra, flatBytes + 2 * extra] };
}
