/** One entry of `layers` in workspace.json, checked by hand: a wrong key is named with what was expected. */
import { fail, ok, type Result } from '../../core/result.ts';
import { isLayerKind, LAYER_KINDS } from '../../model/kinds.ts';
import type { LayerManifest } from '../../model/workspace.ts';
import { normalizePath } from './workspace-path.ts';

type Entry = Readonly<Record<string, unknown>>;

const DATUMS = ['wgs84', 'gcj02', 'bd09'];

/** Unknown keys stay in the manifest and are saved again. `index` names an entry that has no id. */
export function parseLayerEntry(found: unknown, index: number): Result<LayerManifest> {
  if (!isEntry(found)) return wrong(`layers[${index}]`, 'object', found, undefined);
  const id = found.id;
  const layer = typeof id === 'string' && id !== '' ? id : `layers[${index}]`;
  if (layer !== id) return wrong('id', 'text', id, layer);
  if (typeof found.kind !== 'string' || !isLayerKind(found.kind)) {
    const params = {
      found: typeof found.kind === 'string' ? found.kind : shorten(found.kind),
      known: LAYER_KINDS.join(', '),
    };
    return fail('layer-kind-unknown', params, { layer });
  }
  if (typeof found.file !== 'string' || found.file === '') return wrong('file', 'text', found.file, layer);
  if (normalizePath(found.file) === undefined) return fail('path-escapes', { path: found.file }, { layer });
  for (const [key, expected, isRight] of SHAPES) {
    if (found[key] !== undefined && found[key] !== null && !isRight(found[key])) {
      return wrong(key, expected, found[key], layer);
    }
  }
  return ok(withPlainWhere(withoutNulls(found)) as unknown as LayerManifest);
}

function isEntry(value: unknown): value is Entry {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
const isText = (value: unknown): boolean => typeof value === 'string';
const isValue = (value: unknown): boolean => value === null || ['string', 'number', 'boolean'].includes(typeof value);
const isRecordOf = (isRight: (value: unknown) => boolean) => (value: unknown) =>
  isEntry(value) && Object.values(value).every(isRight);

/** Key, what it must be (shown as it is), test. */
const SHAPES: readonly (readonly [key: string, expected: string, isRight: (value: unknown) => boolean])[] = [
  ['title', 'text', isText],
  ['sublayer', 'text', isText],
  ['crs', '"EPSG:4326"', isText],
  ['datum', DATUMS.join(' | '), (value) => DATUMS.includes(value as string)],
  ['encoding', '"utf-8" | "gbk"', isText],
  ['geometry', '{ "lon": "…", "lat": "…" } | { "wkt": "…" }', isRecordOf(isText)],
  ['units', '{ "areaSquareMeters": "mu" }', isRecordOf(isText)],
  ['fields', '{ "name": "…" }', isRecordOf(isText)],
  ['defaults', '{ "owner": "…" }', isRecordOf(isValue)],
  ['where', '{ "…": ["…"] }', isRecordOf((value) => isValue(value) || (Array.isArray(value) && value.every(isValue)))],
];

const withoutNulls = (entry: Entry): Entry =>
  Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== null));

/** `"状态": "未覆盖"` means the list of one. */
function withPlainWhere(entry: Entry): Entry {
  if (!isEntry(entry.where)) return entry;
  const where = Object.entries(entry.where).map(([name, value]) => [name, Array.isArray(value) ? value : [value]]);
  return { ...entry, where: Object.fromEntries(where) as unknown };
}

function wrong(key: string, expected: string, found: unknown, layer: string | undefined) {
  return fail('manifest-key-wrong', { key, expected, found: shorten(found) }, layer === undefined ? {} : { layer });
}

export function shorten(found: unknown): string {
  const text = found === undefined ? '—' : (JSON.stringify(found) ?? typeof found);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
