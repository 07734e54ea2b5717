/** A MapLibre style from its address to one with whole addresses and no document left to fetch. */
import type { StyleSpecification } from 'maplibre-gl';
import { fail, ok, type Result } from '../../core/result.ts';
import { type ForeignStyle, originsOfStyle, readForeignStyle } from '../../formats/tiles/style-hosts.ts';
import { ask } from './ask.ts';

export type ReadStyle =
  | { readonly type: 'ready'; readonly style: StyleSpecification }
  /** Origins that it would ask and may not. */
  | { readonly type: 'needs'; readonly origins: readonly string[] };

const whole = (written: string, base: string): string => {
  // Braces of templates must outlive the resolution.
  return new URL(written, base).href.replaceAll('%7B', '{').replaceAll('%7D', '}');
};

export async function readStyle(address: string, isAllowed: (origin: string) => boolean): Promise<Result<ReadStyle>> {
  const text = await askText(address);
  if (!text.ok) return text;
  const read = readForeignStyle(text.value);
  if (!read.ok) return read;
  const missing = originsOfStyle(read.value, address, whole).filter((origin) => !isAllowed(origin));
  if (missing.length > 0) return ok({ type: 'needs', origins: missing });
  const sources: Record<string, Readonly<Record<string, unknown>>> = {};
  for (const [id, source] of Object.entries(read.value.sources)) {
    const described = await describeSource(source, address);
    if (!described.ok) return described;
    sources[id] = described.value;
  }
  const complete: ForeignStyle = { ...read.value, sources };
  // What the sources' own documents name.
  const further = originsOfStyle(complete, address, whole).filter((origin) => !isAllowed(origin));
  if (further.length > 0) return ok({ type: 'needs', origins: further });
  return ok({ type: 'ready', style: { ...complete, sprite: wholeSprite(complete.sprite, address) } as never });
}

/** The source with its TileJSON taken in. */
async function describeSource(
  source: Readonly<Record<string, unknown>>,
  address: string,
): Promise<Result<Readonly<Record<string, unknown>>>> {
  const tilesOf = (of: Readonly<Record<string, unknown>>, base: string) =>
    Array.isArray(of.tiles) ? { tiles: of.tiles.map((tile) => whole(String(tile), base)) } : {};
  if (typeof source.url !== 'string' || !/^(?:vector|raster|raster-dem)$/u.test(String(source.type))) {
    const data = typeof source.data === 'string' ? { data: whole(source.data, address) } : {};
    return ok({ ...source, ...tilesOf(source, address), ...data });
  }
  const at = whole(source.url, address);
  const text = await askText(at);
  if (!text.ok) return text;
  try {
    const found = JSON.parse(text.value) as Readonly<Record<string, unknown>>;
    const { url: _, ...rest } = source;
    const kept = ['minzoom', 'maxzoom', 'bounds', 'attribution', 'scheme', 'encoding'];
    const own = Object.fromEntries(kept.flatMap((key) => (found[key] === undefined ? [] : [[key, found[key]]])));
    return ok({ ...own, ...rest, ...tilesOf(found, at) });
  } catch {
    return fail('basemap-style-document');
  }
}

async function askText(address: string): Promise<Result<string>> {
  const found = await ask(address);
  if (!found.ok) return found;
  if (!found.value) return fail('basemap-nothing-there', { address });
  return ok(new TextDecoder().decode(found.value));
}

function wholeSprite(sprite: unknown, address: string): unknown {
  if (typeof sprite === 'string') return whole(sprite, address);
  if (!Array.isArray(sprite)) return undefined;
  return sprite.map((one: { id: string; url: string }) => ({ ...one, url: whole(one.url, address) }));
}
