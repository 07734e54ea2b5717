/** Small OpenStreetMap XML files for tests, and what a file becomes, as plain values. */
import type { Problem } from '../../src/core/result.ts';
import { readFile } from '../../src/formats/read-file.ts';
import { geometryToGeoJson } from '../../src/geo/geometry-column.ts';
import { valueAt } from '../../src/model/feature-batch.ts';

export const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
export const osm = (inner: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<osm version="0.6">\n${inner}\n</osm>`;
export const node = (id: number, x: number, y: number, inner = ''): string =>
  `<node id="${id}" lat="${y}" lon="${x}">${inner}</node>`;
export const tag = (key: string, value: string): string => `<tag k="${key}" v="${value}"/>`;
export const tags = (all: Readonly<Record<string, string>>): string =>
  Object.entries(all)
    .map(([key, value]) => tag(key, value))
    .join('');
export const way = (id: number, refs: readonly number[], all: Readonly<Record<string, string>> = {}): string =>
  `<way id="${id}">${refs.map((ref) => `<nd ref="${ref}"/>`).join('')}${tags(all)}</way>`;
export const relation = (
  id: number,
  members: readonly (readonly [number, string])[],
  all: Readonly<Record<string, string>>,
): string =>
  `<relation id="${id}">${members
    .map(([ref, role]) => `<member type="way" ref="${ref}" role="${role}"/>`)
    .join('')}${tags(all)}</relation>`;
/** Nodes 10x + y at longitude 113 + x / 100, latitude 34 + y / 100, for x and y from 0 to 9. */
export const grid = Array.from({ length: 100 }, (_, id) =>
  node(id, 113 + Math.floor(id / 10) / 100, 34 + (id % 10) / 100),
);
export const square = (low: number, high: number): number[] => [
  11 * low,
  10 * high + low,
  11 * high,
  10 * low + high,
  11 * low,
];

export interface Found {
  readonly code?: string;
  readonly params?: Problem['params'];
  readonly layers: Readonly<Record<string, Record<string, unknown>[]>>;
  /** Codes of notes by layer; of the file under ''. */
  readonly notes: Readonly<Record<string, readonly Problem[]>>;
}

export async function read(source: string | Uint8Array<ArrayBuffer>, name = '郑州.osm'): Promise<Found> {
  const bytes = typeof source === 'string' ? bytesOf(source) : source;
  const result = await readFile({ name, bytes }, {}, {});
  if (!result.ok) return { ...result.problem, layers: {}, notes: {} };
  const layers = result.value.map(({ name: layer, batch }) => [
    layer,
    Array.from(batch.rows, (row, index) => ({
      row,
      geometry: geometryToGeoJson(batch.geometry, index),
      ...Object.fromEntries([...batch.columns].map(([column, values]) => [column, valueAt(values, index)])),
    })),
  ]);
  const notes = result.value.map(({ name: layer, notes: of }) => [layer, of]);
  return { layers: Object.fromEntries(layers), notes: Object.fromEntries([['', result.notes], ...notes]) };
}

export const codesOf = ({ notes }: Found, layer: string): string[] => (notes[layer] ?? []).map(({ code }) => code);

export const SITE = { type: 'multipolygon', landuse: 'construction' };
