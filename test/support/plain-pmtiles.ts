/** A PMTiles archive (version 3) of the whole world in which every tile is the same. */
export interface PlainArchive {
  /** Bytes of one tile, not compressed. */
  readonly tile: Uint8Array;
  /** By the specification: 1 MVT, 2 PNG. */
  readonly tileType: 1 | 2;
  readonly maxZoom: number;
  readonly metadata: object;
}

const HEADER_BYTES = 127;

/** Format: github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md. One entry of the directory runs over all tiles. */
export function plainPmtiles({ tile, tileType, maxZoom, metadata }: PlainArchive): Uint8Array<ArrayBuffer> {
  const tiles = (4 ** (maxZoom + 1) - 1) / 3;
  // One entry: its first tile, how many it stands for, its length, its place plus one.
  const root = [1, 0, tiles, tile.length, 1].flatMap(varint);
  const described = new TextEncoder().encode(JSON.stringify(metadata));
  const bytes = new Uint8Array(HEADER_BYTES + root.length + described.length + tile.length);
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode('PMTiles'));
  bytes[7] = 3;
  const dataAt = HEADER_BYTES + root.length + described.length;
  const sections = [
    [HEADER_BYTES, root.length],
    [HEADER_BYTES + root.length, described.length],
    [dataAt, 0],
    [dataAt, tile.length],
    [tiles, 1],
  ].flat();
  for (const [index, value] of [...sections, 1].entries()) view.setBigUint64(8 + 8 * index, BigInt(value), true);
  // Clustered; neither directory nor tiles compressed.
  bytes.set([1, 1, 1, tileType, 0, maxZoom], 96);
  for (const [index, degrees] of [-180, -85, 180, 85].entries()) view.setInt32(102 + 4 * index, degrees * 1e7, true);
  bytes.set(root, HEADER_BYTES);
  bytes.set(described, HEADER_BYTES + root.length);
  bytes.set(tile, dataAt);
  return bytes;
}

function varint(value: number): number[] {
  return value < 128 ? [value] : [(value % 128) + 128, ...varint(Math.floor(value / 128))];
}
