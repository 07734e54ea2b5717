/** Files as transfers, editors and hostile senders leave them: one or more seeded changes to the bytes, the pieces packed in them or the name. */
import { createRandom, type Random } from '../../src/core/random.ts';
import type { PathAndBytes } from '../../src/formats/workspace/workspace-path.ts';
import { openContainer } from './open-container.ts';

type Bytes = Uint8Array<ArrayBuffer>;
type Mutate = (bytes: Bytes, random: Random) => Bytes;

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
  'dbf',
  'tsv',
  'json',
  'topojson',
  'geojsonl',
  'xml',
  'html',
];

/** One letter for each byte. */
const lettersOf = (bytes: Bytes) => Buffer.from(bytes).toString('latin1');

function splice(bytes: Bytes, at: number, removed: number, added: Uint8Array): Bytes {
  const joined = new Uint8Array(bytes.length - removed + added.length);
  joined.set(bytes.subarray(0, at));
  joined.set(added, at);
  joined.set(bytes.subarray(at + removed), at + added.length);
  return joined;
}

const MUTATIONS: readonly Mutate[] = [
  // Cut.
  (bytes, random) => bytes.slice(0, below(random, bytes.length)),
  // A few bits turned.
  (whole, random) => {
    const bytes = whole.slice();
    for (let times = 1 + below(random, 8); times > 0 && bytes.length > 0; times--)
      bytes[below(random, bytes.length)]! ^= 1 << below(random, 8);
    return bytes;
  },
  // Four bytes made a number of any size: lengths and offsets of binary formats.
  (whole, random) => {
    const bytes = whole.slice();
    const at = below(random, bytes.length - 4);
    const value = random.pick([0, 1, 0x7fffffff, 0xffffffff, 0x80000000, below(random, 2 ** 32)]);
    if (bytes.length > 4) new DataView(bytes.buffer).setUint32(at, value, random.next() < 0.5);
    return bytes;
  },
  // Something hostile put in, or in the place of what was there.
  (bytes, random) => {
    const at = below(random, bytes.length);
    const removed = Math.min(below(random, 12), bytes.length - at);
    return splice(bytes, at, removed, encode(random.pick(HOSTILE)));
  },
  // Every number of one place made another: a coordinate, a count.
  (bytes, random) => {
    const text = lettersOf(bytes);
    const numbers = [...text.matchAll(/\d+(?:\.\d+)?/gu)];
    if (numbers.length === 0) return bytes;
    const { index, 0: found } = random.pick(numbers);
    return splice(bytes, index, found.length, encode(random.pick(HOSTILE.slice(0, 4))));
  },
  // Two lines, or the cells of a line, change places.
  (bytes, random) => {
    const lines = lettersOf(bytes).split('\n');
    const at = below(random, lines.length);
    if (random.next() < 0.5) lines[at] = (lines[at] ?? '').split(',').toReversed().join(',');
    else lines.splice(below(random, lines.length), 0, ...lines.splice(at, 1));
    return new Uint8Array(Buffer.from(lines.join('\n'), 'latin1'));
  },
  // Nested deeper than anybody nests.
  (bytes, random) => {
    const opening = random.pick(['[', '{"a":', '<a>', '(', 'GEOMETRYCOLLECTION(']);
    return splice(bytes, below(random, bytes.length), 0, encode(opening.repeat(20_000)));
  },
  // A piece twice.
  (bytes, random) => {
    const start = below(random, bytes.length);
    const piece = bytes.slice(start, start + below(random, 400));
    return splice(bytes, below(random, bytes.length), 0, piece);
  },
];

function mutateBytes(whole: Bytes, random: Random): Bytes {
  let bytes = whole;
  for (let times = 1 + below(random, 3); times > 0; times--) bytes = random.pick(MUTATIONS)(bytes, random);
  return bytes;
}

const CALLED_OTHERWISE = 0.15;
const BROKEN_WITHIN = 0.6;

/** A whole file broken: its bytes, one of the pieces that it packs, its name. */
function mutateFile(file: PathAndBytes, random: Random): PathAndBytes {
  const container = random.next() < BROKEN_WITHIN ? openContainer(file, random) : undefined;
  const at = below(random, container?.pieces.length ?? 0);
  const bytes = container
    ? container.replace(at, mutateBytes(container.pieces[at]!, random))
    : mutateBytes(file.bytes, random);
  const isRenamed = random.next() < CALLED_OTHERWISE;
  return { path: isRenamed ? file.path.replace(/[^.]*$/u, random.pick(ENDINGS)) : file.path, bytes };
}

/** Files dropped together, one or two of them broken, left out or with the bytes of another. The same seed gives the same. */
export function mutateDropped(whole: readonly PathAndBytes[], seed: number): readonly PathAndBytes[] {
  const random = createRandom(seed);
  let files = whole;
  for (let times = whole.length === 1 ? 1 : 1 + below(random, 2); times > 0; times--) {
    const at = below(random, files.length);
    const chance = files.length === 1 ? 1 : random.next();
    if (chance < 0.15) files = files.toSpliced(at, 1);
    else if (chance < 0.3) files = files.with(at, { ...files[at]!, bytes: random.pick(whole).bytes });
    else files = files.with(at, mutateFile(whole.find(({ path }) => path === files[at]!.path) ?? files[at]!, random));
  }
  return files;
}
