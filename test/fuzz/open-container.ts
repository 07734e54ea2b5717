/**
 * Files that pack or check what they hold, taken apart into the pieces that a reader sees at last, so that
 * a change reaches it: of a byte turned in a packed file nothing is seen but its checksum.
 */
import { CFB } from '@e965/xlsx';
import { unzipSync, type Zippable, zipSync } from 'fflate';
import type { SqlValue } from 'sql.js/dist/sql-wasm-inline.js';
import type { Random } from '../../src/core/random.ts';
import { findBlobFrames } from '../../src/formats/osm/pbf/blob-frames.ts';
import { unpackBlob } from '../../src/formats/osm/pbf/unpack-blob.ts';
import type { PathAndBytes } from '../../src/formats/workspace/workspace-path.ts';
import { Sqlite } from '../support/geopackage.ts';
import { blobOf, joined } from '../support/osm-pbf.ts';

type Bytes = Uint8Array<ArrayBuffer>;

export interface Container {
  readonly pieces: readonly Bytes[];
  /** The whole file with another piece in the place of one. */
  replace(index: number, piece: Bytes): Bytes;
}

const SQLITE = 'SQLite format 3';
const startsWith = (bytes: Bytes, letters: string) =>
  letters === String.fromCharCode(...bytes.subarray(0, letters.length));

/** Of a whole file; undefined where it packs nothing. */
export function openContainer({ path, bytes }: PathAndBytes, random: Random): Container | undefined {
  if (startsWith(bytes, 'PK')) return openZip(bytes);
  if (startsWith(bytes, '\u00d0\u00cf')) return openCompound(bytes);
  if (startsWith(bytes, SQLITE)) return random.next() < 0.5 ? openPages(bytes) : openCells(bytes);
  if (path.endsWith('.pbf')) return openBlobs(bytes);
  if (startsWith(bytes, '\u00ff\u00fe')) return openUtf16(bytes);
  return undefined;
}

function openZip(bytes: Bytes): Container {
  const members = Object.entries(unzipSync(bytes)) as [string, Bytes][];
  return {
    pieces: members.map(([, content]) => content),
    replace(index, piece) {
      const entries: Zippable = Object.fromEntries(members.with(index, [members[index]![0], piece]));
      return zipSync(entries, { mtime: new Date(1980, 0, 1) }) as Bytes;
    },
  };
}

/** The records of an old workbook, which lie in the sectors of a file system of its own. */
function openCompound(bytes: Bytes): Container {
  const stream = CFB.find(CFB.read(bytes, { type: 'array' }), 'Workbook');
  return {
    pieces: [Uint8Array.from(stream.content)],
    replace(_, piece) {
      const file = CFB.utils.cfb_new();
      CFB.utils.cfb_add(file, '/Workbook', piece);
      return new Uint8Array(CFB.write(file, { type: 'array' }));
    },
  };
}

function openBlobs(bytes: Bytes): Container {
  const blobs = findBlobFrames(bytes).frames.map(({ type, start, end }) => {
    const unpacked = unpackBlob(bytes.subarray(start, end));
    if (!unpacked.ok) throw new Error(unpacked.problem.code);
    return { type, block: unpacked.value.slice() };
  });
  return {
    pieces: blobs.map(({ block }) => block),
    replace: (index, piece) => joined(blobs.map(({ type, block }, at) => blobOf(type, at === index ? piece : block))),
  };
}

/** As UTF-8; what is no text any more comes back as replacement letters. */
function openUtf16(bytes: Bytes): Container {
  return {
    pieces: [new TextEncoder().encode(new TextDecoder('utf-16le').decode(bytes))],
    replace: (_, piece) => encodeUtf16(new TextDecoder().decode(piece)),
  };
}

/** Little-endian, with its mark. */
export function encodeUtf16(text: string): Bytes {
  const view = new DataView(new ArrayBuffer(2 + 2 * text.length));
  view.setUint16(0, 0xfeff, true);
  for (let at = 0; at < text.length; at++) view.setUint16(2 + 2 * at, text.charCodeAt(at), true);
  return new Uint8Array(view.buffer);
}

/** Every page stays where it is, whatever becomes of what is on it. */
function openPages(bytes: Bytes): Container {
  const size = new DataView(bytes.buffer).getUint16(16);
  const pages = Array.from({ length: bytes.length / size }, (_, at) => bytes.slice(at * size, (at + 1) * size));
  return {
    pieces: pages,
    replace(index, piece) {
      const whole = bytes.slice();
      whole.set(piece.subarray(0, size), index * size);
      return whole;
    },
  };
}

interface Cell {
  readonly table: string;
  readonly row: SqlValue;
  readonly column: string;
  readonly value: SqlValue;
}

/** Every value of every table, put back by SQLite itself: sound pages that hold nonsense. */
function openCells(bytes: Bytes): Container {
  const cells = readCells(bytes);
  return {
    pieces: cells.map(({ value }) =>
      value instanceof Uint8Array ? value.slice() : new TextEncoder().encode(`${value}`),
    ),
    replace(index, piece) {
      const { table, row, column, value } = cells[index]!;
      const database = new Sqlite(bytes);
      try {
        const next = value instanceof Uint8Array ? piece : new TextDecoder().decode(piece);
        database.run(`UPDATE OR IGNORE "${table}" SET "${column}" = ? WHERE rowid = ?`, [next, row]);
        return database.export();
      } finally {
        database.close();
      }
    },
  };
}

function readCells(bytes: Bytes): Cell[] {
  const database = new Sqlite(bytes);
  try {
    const names = database.exec("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'");
    return (names[0]?.values ?? []).flatMap(([table]) => {
      const [found] = database.exec(`SELECT rowid, * FROM "${table}"`);
      return (found?.values ?? []).flatMap(([row, ...values]) => {
        const cells = values.map((value, at) => ({
          table: `${table}`,
          row: row!,
          column: found!.columns[at + 1]!,
          value,
        }));
        // A key that is the row's number takes nothing else.
        return cells.filter(({ value }) => value !== row);
      });
    });
  } finally {
    database.close();
  }
}
