/** What is worth telling of a file's heads, axes, rings and point counts: once per file where all its parcels share it. */
import type { NoteList } from '../../model/note-list.ts';
import { type AxisReading, classifySystem, findZoneConflict } from './land-system.ts';
import type { ParcelShape } from './parcel-shape.ts';
import type { LandParcel } from './parse-land-text.ts';

interface NotedParcel extends LandParcel {
  readonly axes: AxisReading;
  readonly shape: ParcelShape;
}

/** `named` is the system that the user gave, if any. O(parcels). */
export function noteHeads(parcels: readonly NotedParcel[], named: string | undefined, notes: NoteList): void {
  noteSystems(parcels, named, notes);
  const reversed = parcels.flatMap(({ axes }, row) => (axes.eastFirst ? [row] : []));
  if (reversed.length > 0) notes.add('land-east-first', { count: reversed.length }, { row: reversed[0]! });
  let [holes, parts, ringed, first] = [0, 0, 0, 0];
  let names = 0;
  for (const [row, { shape, cells }] of parcels.entries()) {
    names += shape.points;
    notePointCount(shape, cells, row, notes);
    if (shape.holes === 0 && shape.parts < 2) continue;
    if (ringed === 0) first = row;
    ringed++;
    holes += shape.holes;
    parts += shape.parts;
  }
  if (ringed > 0) notes.add('land-rings-by-place', { count: ringed, parts, holes }, { row: first });
  if (names > 0) notes.add('land-point-names-left-out', { count: names });
}

/** The line may count the points that close the rings, or not. */
function notePointCount({ points, closings }: ParcelShape, cells: readonly string[], row: number, notes: NoteList) {
  const text = cells[0] ?? '';
  if (text === '' || Number(text) === points || Number(text) === points - closings) return;
  notes.add('land-point-count', { stated: text, found: points }, { row });
}

/** Each head once, whatever number of parcels stand below it. */
function noteSystems(parcels: readonly NotedParcel[], named: string | undefined, notes: NoteList): void {
  const seen = new Set<unknown>();
  const conflicts = new Set<string>();
  for (const [row, { head, axes }] of parcels.entries()) {
    const conflict = axes.kind === 'plane' && named === undefined ? findZoneConflict(head, axes) : undefined;
    const key = conflict && `${conflict.stated} ${conflict.found}`;
    if (conflict && !conflicts.has(key!)) {
      conflicts.add(key!);
      notes.add('land-zone-differs', conflict, { row });
    }
    if (seen.has(head)) continue;
    seen.add(head);
    const system = head.get('坐标系') ?? '';
    const systemClass = classifySystem(head);
    if (named !== undefined && (systemClass === 'old' || systemClass === 'other'))
      notes.add('land-system-overridden', { system, crs: named }, { row });
    else if (named === undefined && systemClass === 'unnamed')
      notes.add('land-system-assumed', { system: system || '—' }, { row });
    const parameters = head.get('转换参数') ?? head.get('转换坐标') ?? '';
    if (/[1-9]/u.test(parameters)) notes.add('land-parameters-not-applied', { parameters }, { row });
  }
}
