/** Files as transfers, editors and hostile senders leave them: one or more seeded changes to the bytes or the name. */
import { createRandom, type Random } from '../../src/core/random.ts';
import type { PathAndBytes } from '../../src/formats/workspace/workspace-path.ts';

type Mutate = (file: PathAndBytes, random: Random) => PathAndBytes;

const encode = (text: string) => new TextEncoder().encode(text);
const below = (random: Random, limit: number) => Math.floor(random.next() * Math.max(1, limit));

/** Put in the place of a number, a word, or nothing. */
const HOSTILE = [
  '1e999',
  '-1e999',
  'NaN',
  '99999999999999999999999999',
  '"__proto__"',
  'constructor',
  '<script>globalThis.wasRun = true</script>',
  '<img src=x onerror="globalThis.wasRun = true">',
  '=HYPERLINK("http://x","y")',
  '$\u007bglobalThis.wasRun = true}',
  '\u0000',
  '\uFEFF',
  '"',
  "'",
  '[',
  '{',
  ']]>',
  '&a;',
  ',,,,,,,,',
  '\r\n\r\n',
  '东经１１３度',
];
const ENDINGS = [
  'geojson',
  'csv',
  'kml',
  'kmz',
  'gpx',
  'fgb',
  'shp',
  'xlsx',
  'xls',
  'gpkg',
  'osm',
  'pbf',
  'txt',
  'zip',
  'bin',
];

function splice(bytes: Uint8Array, at: number, removed: number, added: Uint8Array): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(bytes.length - removed + added.length);
  joined.set(bytes.subarray(0, at));
  joined.set(added, at);
  joined.set(bytes.subarray(at + removed), at + added.length);
  return joined;
}

const MUTATIONS: readonly Mutate[] = [
  // Cut.
  (file, random) => ({ ...file, bytes: file.bytes.slice(0, below(random, file.bytes.length)) }),
  // A few bits turned.
  (file, random) => {
    const bytes = file.bytes.slice();
    for (let times = 1 + below(random, 8); times > 0 && bytes.length > 0; times--)
      bytes[below(random, bytes.length)]! ^= 1 << below(random, 8);
    return { ...file, bytes };
  },
  // Four bytes made a number of any size: lengths and offsets of binary formats.
  (file, random) => {
    const bytes = file.bytes.slice();
    const at = below(random, bytes.length - 4);
    const value = random.pick([0, 1, 0x7fffffff, 0xffffffff, 0x80000000, below(random, 2 ** 32)]);
    if (bytes.length > 4) new DataView(bytes.buffer).setUint32(at, value, random.next() < 0.5);
    return { ...file, bytes };
  },
  // Something hostile put in, or in the place of what was there.
  (file, random) => {
    const at = below(random, file.bytes.length);
    const removed = Math.min(below(random, 12), file.bytes.length - at);
    return { ...file, bytes: splice(file.bytes, at, removed, encode(random.pick(HOSTILE))) };
  },
  // Every number of one place made another: a coordinate, a count.
  (file, random) => {
    const text = new TextDecoder('latin1').decode(file.bytes);
    const numbers = [...text.matchAll(/\d+(?:\.\d+)?/gu)];
    if (numbers.length === 0) return file;
    const { index, 0: found } = random.pick(numbers);
    return { ...file, bytes: splice(file.bytes, index, found.length, encode(random.pick(HOSTILE.slice(0, 4)))) };
  },
  // Two lines, or the cells of a line, change places.
  (file, random) => {
    const lines = new TextDecoder('latin1').decode(file.bytes).split('\n');
    const at = below(random, lines.length);
    if (random.next() < 0.5) lines[at] = (lines[at] ?? '').split(',').toReversed().join(',');
    else lines.splice(below(random, lines.length), 0, ...lines.splice(at, 1));
    return { ...file, bytes: Uint8Array.from(lines.join('\n'), (letter) => letter.charCodeAt(0)) };
  },
  // Nested deeper than anybody nests.
  (file, random) => {
    const opening = random.pick(['[', '{"a":', '<a>', '(', 'GEOMETRYCOLLECTION(']);
    return { ...file, bytes: splice(file.bytes, below(random, file.bytes.length), 0, encode(opening.repeat(20_000))) };
  },
  // A piece twice.
  (file, random) => {
    const start = below(random, file.bytes.length);
    const piece = file.bytes.slice(start, start + below(random, 400));
    return { ...file, bytes: splice(file.bytes, below(random, file.bytes.length), 0, piece) };
  },
  // Called something else.
  (file, random) => ({ ...file, path: file.path.replace(/[^.]*$/u, random.pick(ENDINGS)) }),
];

/** The same seed gives the same file. */
export function mutateFile(file: PathAndBytes, seed: number): PathAndBytes {
  const random = createRandom(seed);
  let mutated = file;
  for (let times = 1 + below(random, 3); times > 0; times--) mutated = random.pick(MUTATIONS)(mutated, random);
  return mutated;
}
