/** An entry of the list as something that the map can draw: read, checked, and told what it still needs. */
import { fail, ok, type Problem, type Result } from '../../core/result.ts';
import { originsOfEntry } from '../../formats/tiles/entry-origins.ts';
import { tiandituTiles } from '../../formats/tiles/tianditu.ts';
import { originsOf } from '../../formats/tiles/tile-template.ts';
import type { BaseMap } from '../../map/map-types.ts';
import type { BaseMapEntry, FileBaseMap, TiandituBaseMap, WmtsBaseMap } from '../../model/base-map.ts';
import type { EntryFacts } from '../../ui/store/base-map-store.ts';
import { ask } from './ask.ts';
import { createFetchedTiles } from './fetched-tiles.ts';
import { readStyle } from './read-style.ts';

export interface ResolveParts {
  readonly tiandituKey: string;
  /** What its tiles are laid under: another one each time, since what lies under a name never changes. */
  readonly layerId: string;
  isAllowed(origin: string): boolean;
  /** Bytes of a file of the user's, of this visit or an earlier one. */
  findFile(id: string): Promise<Blob | undefined>;
  /** What is found out on the way. */
  onFacts(facts: EntryFacts): void;
  /** What goes wrong later, with single tiles. */
  onProblem(problem: Problem): void;
}

/** Undefined: it needs origins that the user has to allow first; they stand in the facts. Asks nobody that is not allowed. */
export async function resolveBaseMap(entry: BaseMapEntry, parts: ResolveParts): Promise<Result<BaseMap | undefined>> {
  const missing = originsOfEntry(entry).filter((origin) => !parts.isAllowed(origin));
  if (missing.length > 0) return needs(missing, parts);
  const { attribution, approvalNumber } = entry;
  const credit = { ...(attribution ? { attribution } : {}), ...(approvalNumber ? { approvalNumber } : {}) };
  const laid = await layEntry(entry, parts);
  return laid.ok && laid.value ? ok({ ...laid.value, ...creditOver(laid.value, credit) } as BaseMap) : laid;
}

/** What the user wrote stands above what the map says of itself. */
function creditOver(baseMap: BaseMap, credit: { attribution?: string }): object {
  const own = 'attribution' in baseMap && baseMap.attribution ? { attribution: baseMap.attribution } : {};
  return { ...own, ...credit };
}

function needs(origins: readonly string[], { onFacts }: ResolveParts): Result<undefined> {
  onFacts({ missingOrigins: origins });
  return ok(undefined);
}

async function layEntry(entry: BaseMapEntry, parts: ResolveParts): Promise<Result<BaseMap | undefined>> {
  const { onProblem } = parts;
  switch (entry.type) {
    case 'file':
      return layFile(entry, parts);
    case 'tianditu':
      return layTianditu(entry, parts);
    case 'xyz': {
      const { template, minZoom, maxZoom, datum, muted } = entry;
      const id = parts.layerId;
      return ok({
        type: 'raster',
        ground: createFetchedTiles({ id, template, minZoom, maxZoom, datum, onProblem }),
        muted,
      });
    }
    case 'wmts':
      return layWmts(entry, parts);
    case 'style': {
      const read = await readStyle(entry.url, parts.isAllowed);
      if (!read.ok) return read;
      if (read.value.type === 'needs') return needs(read.value.origins, parts);
      return ok({ type: 'style', style: read.value.style });
    }
  }
}

async function layFile({ id, name, muted }: FileBaseMap, parts: ResolveParts): Promise<Result<BaseMap>> {
  const found = await parts.findFile(id);
  if (!found) return fail('basemap-file-gone', { file: name });
  const { openArchive } = await import('../../map/base-archive.ts');
  const opened = await openArchive(found instanceof File ? found : new File([found], name), parts.layerId);
  if (!opened.ok) return opened;
  if (opened.value.type === 'vector') return ok({ type: 'pmtiles', source: found });
  const { layer, attribution } = opened.value;
  return ok({ type: 'raster', ground: layer, muted, ...(attribution ? { attribution } : {}) });
}

function layTianditu(entry: TiandituBaseMap, { tiandituKey, layerId, onProblem }: ResolveParts): Result<BaseMap> {
  if (tiandituKey === '') return fail('basemap-tianditu-no-key');
  const { ground, annotation, maxZoom } = tiandituTiles(entry.set, tiandituKey);
  const tellKey = (problem: Problem) => {
    const status = problem.params.status ?? 0;
    const isKey = problem.code === 'basemap-refused' && [401, 403, 418, 429].includes(Number(status));
    onProblem(isKey ? { code: 'basemap-tianditu-key', params: { status, says: problem.params.says ?? '' } } : problem);
  };
  // CGCS2000, which is WGS84 to better than a metre.
  const layer = (id: string, template: string) =>
    createFetchedTiles({ id, template, minZoom: 1, maxZoom, datum: 'wgs84', onProblem: tellKey });
  return ok({
    type: 'raster',
    ground: layer(layerId, ground),
    ...(entry.hasAnnotation ? { annotation: layer(`${layerId}-names`, annotation) } : {}),
    muted: entry.muted,
  });
}

async function layWmts(entry: WmtsBaseMap, parts: ResolveParts): Promise<Result<BaseMap | undefined>> {
  const { parseWmtsCapabilities } = await import('../../formats/tiles/wmts-capabilities.ts');
  const found = await ask(entry.url);
  if (!found.ok) return found;
  if (!found.value) return fail('basemap-nothing-there', { address: entry.url });
  const layers = parseWmtsCapabilities(new Uint8Array(found.value), entry.url);
  if (!layers.ok) return layers;
  parts.onFacts({ layers: layers.value.map(({ id, title }) => ({ id, title })) });
  const layer = layers.value.find(({ id }) => id === entry.layer) ?? layers.value[0];
  if (!layer) return fail('basemap-wmts-empty');
  const missing = originsOf(layer.template).filter((origin) => !parts.isAllowed(origin));
  if (missing.length > 0) return needs(missing, parts);
  const { template, minZoom, maxZoom } = layer;
  const { layerId: id, onProblem } = parts;
  const ground = createFetchedTiles({ id, template, minZoom, maxZoom, datum: 'wgs84', onProblem });
  return ok({ type: 'raster', ground, muted: entry.muted });
}
