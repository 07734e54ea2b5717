/** Addresses of raster tiles in the Web Mercator scheme: what a template may hold, and the address of one tile. Knows no network. */
import { fail, ok, type Result } from '../../core/result.ts';

/** Everything that may stand in braces; `{0-7}` and `{a-c}` are ranges of hosts. */
const PLACEHOLDER = /\{([^{}]*)\}/gu;
const KNOWN = /^(?:z|x|y|-y|q|quadkey|s|r|[0-9]-[0-9]|[a-z]-[a-z])$/u;
const RANGE = /\{([0-9])-([0-9])\}|\{([a-z])-([a-z])\}/u;

/**
 * A template that can be used: http or https, zoom, column and row (or a quadkey) and nothing unknown in
 * braces. `${…}`, `{S}` and upper case are mended. Fails with `basemap-template` and what is wrong with it.
 */
export function parseTileTemplate(text: string): Result<string> {
  const template = text
    .trim()
    .replaceAll('${', '{')
    .replace(/\{(?:TileMatrix|TileCol|TileRow|[A-Z])\}/gu, (name) => WRITTEN_OTHERWISE[name] ?? name.toLowerCase());
  if (!/^https?:\/\/[^/\s{}]*(?:\{[^{}]+\})?[^/\s{}]*\//iu.test(template)) return fail('basemap-template-address');
  const names = [...template.matchAll(PLACEHOLDER)].map(([, name]) => name as string);
  const unknown = names.find((name) => !KNOWN.test(name));
  if (unknown !== undefined) return fail('basemap-template-unknown', { name: `{${unknown}}` });
  const hasGrid = names.includes('z') && names.includes('x') && (names.includes('y') || names.includes('-y'));
  if (!hasGrid && !names.includes('q') && !names.includes('quadkey')) return fail('basemap-template-grid');
  return ok(template);
}

const WRITTEN_OTHERWISE: Readonly<Record<string, string>> = {
  '{TileMatrix}': '{z}',
  '{TileCol}': '{x}',
  '{TileRow}': '{y}',
};

/** The address of one tile. Hosts of a range are taken in turn by column and row, so that a tile always has the same address. */
export function tileAddress(template: string, z: number, x: number, y: number): string {
  const hosts = expandHosts(template);
  return (hosts[(x + y) % hosts.length] as string)
    .replaceAll('{z}', String(z))
    .replaceAll('{x}', String(x))
    .replaceAll('{y}', String(y))
    .replaceAll('{-y}', String(2 ** z - 1 - y))
    .replaceAll('{r}', '')
    .replaceAll(/\{(?:q|quadkey)\}/gu, quadkey(z, x, y));
}

/** `https://t0.example` and so on: every origin that a template asks. */
export function originsOf(template: string): string[] {
  return [
    ...new Set(
      expandHosts(template).flatMap((address) => {
        const origin = /^https?:\/\/[^/?#{}]+/iu.exec(address)?.[0];
        return origin ? [origin.toLowerCase()] : [];
      }),
    ),
  ];
}

function expandHosts(template: string): string[] {
  const plain = template.replaceAll('{s}', '{a-c}');
  const range = RANGE.exec(plain);
  if (!range) return [plain];
  const [written, digit, lastDigit, letter, lastLetter] = range;
  const first = (digit ?? letter ?? '').charCodeAt(0);
  const last = (lastDigit ?? lastLetter ?? '').charCodeAt(0);
  return Array.from({ length: Math.max(1, last - first + 1) }, (_, at) =>
    plain.replaceAll(written, String.fromCharCode(first + at)),
  );
}

/** One digit for each zoom, as the published scheme interleaves the bits of column and row. */
function quadkey(z: number, x: number, y: number): string {
  let key = '';
  for (let bit = z - 1; bit >= 0; bit--) key += ((x >> bit) & 1) + 2 * ((y >> bit) & 1);
  return key;
}
