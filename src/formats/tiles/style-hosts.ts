/** Which origins a MapLibre style would ask, and what in it cannot be used here. Knows no network. */
import { fail, ok, type Result } from '../../core/result.ts';

/** As much of a style as is looked at here. */
export interface ForeignStyle {
  readonly sources: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly layers: readonly Readonly<Record<string, unknown>>[];
  readonly sprite?: unknown;
  readonly name?: unknown;
}

/** Fails with `basemap-style-document` where it is no style, `basemap-style-mapbox` where it needs another firm's account. */
export function readForeignStyle(text: string): Result<ForeignStyle> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return fail('basemap-style-document');
  }
  const style = value as Partial<ForeignStyle> & { version?: unknown };
  if (typeof value !== 'object' || value === null || style.version !== 8 || !isRecord(style.sources))
    return fail('basemap-style-document');
  if (!Array.isArray(style.layers)) return fail('basemap-style-document');
  if (addressesOf(style as ForeignStyle).some((address) => address.startsWith('mapbox:')))
    return fail('basemap-style-mapbox');
  return ok(style as ForeignStyle);
}

/** Origins beside the style's own, in order of their first use. Glyphs are left out: names are written with the fonts that ship with the app. */
export function originsOfStyle(style: ForeignStyle, address: string, resolve: Resolve): string[] {
  const origins = addressesOf(style).flatMap((written) => {
    const origin = /^https?:\/\/[^/?#]+/iu.exec(resolve(written, address))?.[0];
    return origin ? [origin.toLowerCase()] : [];
  });
  return [...new Set(origins)];
}

/** An address as written in a document at `base`, whole. */
export type Resolve = (written: string, base: string) => string;

function addressesOf({ sources, sprite }: ForeignStyle): string[] {
  const ofSources = Object.values(sources).flatMap(({ url, tiles, data }) => [
    url,
    ...(Array.isArray(tiles) ? (tiles as unknown[]) : []),
    typeof data === 'string' ? data : undefined,
  ]);
  const ofSprite = Array.isArray(sprite) ? sprite.map((one: { url?: unknown }) => one.url) : [sprite];
  return [...ofSources, ...ofSprite].filter((one): one is string => typeof one === 'string' && one !== '');
}

const isRecord = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);
