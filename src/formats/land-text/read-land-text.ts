/**
 * Reads parcels from the coordinate text of Chinese land bureaus (勘测定界界址点坐标交换格式, 报盘坐标): a head
 * that names the coordinate system, then for each parcel a line and its boundary points.
 *
 * The format was never published as a standard. What is read here follows these descriptions, and what programs
 * that write it were seen to do:
 * - requirements for project boundary files, https://m.wenku365.com/p-6705749.html (hectares; ring numbers; closing points)
 * - https://www.celiang.net/13032.html (export of CASS, a survey program)
 * - https://www.cnblogs.com/znlgis/p/19274558 (further cells; number 1 outline, 2 and on holes; northing first)
 * - https://www.cnblogs.com/loveyl/p/19088909 (9, 12 or no cells; with and without the zone before the easting)
 * Known to differ: order of the axes, zone before the easting or only in the head, rings closed or not, a number
 * per ring or 1 for all, second rings that are holes or parts of their own, areas in m² or mu, GBK or UTF-8.
 *
 * Own code: a search for libraries that read it found none, only converters of the kind above; the form is lines and commas.
 */
import { fail, ok, type Problem, type Result } from '../../core/result.ts';
import { checkpoint, type Task } from '../../core/task.ts';
import { createNoteList, type NoteList } from '../../model/note-list.ts';
import { createBatchBuilder } from '../build-batch.ts';
import { decodeText } from '../decode-text.ts';
import type { RawLayer, ReadInput } from '../driver.ts';
import { nameOfFile } from '../file-name.ts';
import { noteHeads } from './land-notes.ts';
import { type AxisReading, crsOfParcel, readAxes } from './land-system.ts';
import { type AreaUnit, areaOf, differingArea, findAreaUnit } from './parcel-area.ts';
import { AREA_CELL, propertiesOfParcel } from './parcel-properties.ts';
import { type ParcelShape, shapeOfParcel } from './parcel-shape.ts';
import { type LandParcel, parseLandText } from './parse-land-text.ts';

interface ReadParcel extends LandParcel {
  readonly axes: AxisReading;
  readonly crs: Result<string | undefined>;
  readonly shape: ParcelShape;
  readonly squareMeters: number;
}

const PARCELS_PER_CHECKPOINT = 2000;

/**
 * One layer per coordinate system: a file whose parcels lie in two zones gives two. Fails with `land-no-parcels`, and
 * where no parcel can be placed and the user named no system: `land-old-datum` (Xi'an 80 and Beijing 54 lie up to
 * some 120 m off CGCS2000 by local parameters that are not public, enough for another street's zone: nothing is
 * better than a wrong place), `land-system-unknown`, `land-zone-missing`, `land-local-coordinates`. A named system
 * stands above the head's, which is told.
 */
export async function readLandText(input: ReadInput, task: Task): Promise<Result<RawLayer[]>> {
  const decoded = decodeText(input.bytes, input.options.encoding);
  if (!decoded.ok) return decoded;
  const { text, encoding } = decoded.value;
  const notes = createNoteList(input.options.notesPerCode);
  for (const note of decoded.notes) notes.take(note);
  const named = input.options.crs;
  const parsed = await parseLandText(text, notes, task);
  if (parsed.length === 0) return fail('land-no-parcels');
  const parcels: ReadParcel[] = [];
  for (const [row, parcel] of parsed.entries()) {
    if (row % PARCELS_PER_CHECKPOINT === 0) await checkpoint(task);
    const axes = readAxes(parcel);
    const shape = shapeOfParcel(parcel, axes, row, notes);
    const squareMeters = areaOf(shape.geometry, axes.kind === 'degrees');
    const crs = named === undefined ? crsOfParcel(parcel.head, axes) : ok(undefined);
    parcels.push({ ...parcel, axes, shape, squareMeters, crs });
  }
  const placed = parcels.filter(hasPoints);
  const failed = placed.find(({ crs }) => !crs.ok)?.crs;
  if (failed && !failed.ok && placed.every(({ crs }) => !crs.ok)) return failed;
  noteHeads(parcels, named, notes);
  const unit = noteAreas(parcels, notes);
  const groups = groupBySystem(parcels, notes);
  const layers: RawLayer[] = [];
  for (const [crs, rows] of groups) {
    const own = layers.length === 0 ? notes : createNoteList(input.options.notesPerCode);
    const builder = createBatchBuilder(own);
    for (const [row, parcel] of parcels.entries()) {
      if (rows.has(row)) builder.add(asFeature(parcel, unit));
      else builder.skip();
    }
    await checkpoint(task);
    const batch = builder.finish();
    const name = groups.size > 1 ? `${nameOfFile(input.name)} ${crs ?? ''}`.trim() : nameOfFile(input.name);
    layers.push({
      name,
      batch,
      records: rows.size,
      encoding,
      notes: own.finish(),
      ...(crs === undefined ? {} : { crs }),
    });
  }
  return ok(layers);
}

const hasPoints = ({ rings }: LandParcel): boolean => rings.length > 0;

function asFeature({ head, cells, shape, crs }: ReadParcel, unit: AreaUnit | undefined) {
  return {
    type: 'Feature',
    geometry: crs.ok ? shape.geometry : null,
    properties: propertiesOfParcel(head, cells, unit),
  };
}

/** Which rows are in which system; those that cannot be placed or have no points stand in the first layer without a shape, and are told. */
function groupBySystem(parcels: readonly ReadParcel[], notes: NoteList): Map<string | undefined, Set<number>> {
  const groups = new Map<string | undefined, Set<number>>();
  for (const [row, parcel] of parcels.entries()) {
    if (!parcel.crs.ok || !hasPoints(parcel)) continue;
    const rows = groups.get(parcel.crs.value) ?? new Set();
    groups.set(parcel.crs.value, rows.add(row));
  }
  if (groups.size === 0) groups.set(undefined, new Set());
  const [first] = groups.values();
  for (const [row, parcel] of parcels.entries()) {
    if (!hasPoints(parcel)) first?.add(row);
    else if (!parcel.crs.ok) {
      first?.add(row);
      notes.take({ ...parcel.crs.problem, at: { row } } satisfies Problem);
    }
  }
  return groups;
}

/** Undefined where some areas carry units of their own: then the column's name claims none. */
function noteAreas(parcels: readonly ReadParcel[], notes: NoteList): AreaUnit | undefined {
  const areas = parcels.map(({ cells, squareMeters }) => ({ text: cells[AREA_CELL] ?? '', squareMeters }));
  const unit = findAreaUnit(areas);
  if (unit !== '公顷') notes.add('land-area-unit', { unit });
  for (const [row, area] of areas.entries()) {
    const stated = differingArea(area, unit);
    if (stated === undefined) continue;
    notes.add('land-area-differs', { statedSquareMeters: stated, measuredSquareMeters: area.squareMeters }, { row });
  }
  return areas.some(({ text }) => /[^\d.]/u.test(text)) ? undefined : unit;
}
