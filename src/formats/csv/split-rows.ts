/**
 * A text that comes in pieces, cut into rows of cells. A row may go on over several pieces; what a quote
 * that nobody closed would swallow is given back line by line.
 */
import Papa from 'papaparse';

export interface RowSplitter {
  /** The rows that are whole by now. The last piece is followed by `end`. */
  push(piece: string): TextRow[];
  end(): TextRow[];
  /** What stands between the cells; undefined before the first text. */
  readonly delimiter: string | undefined;
}

export interface TextRow {
  readonly cells: string[];
  /** Its quotes are wrong: it may have run together with others, or was read without regard to them. */
  readonly isMisquoted: boolean;
}

const DELIMITERS = [',', '\t', ';', '|', '，'];
/** A row that is longer has a quote that is never closed. A shape of a province is a tenth of it. */
const MAX_ROW = 2 ** 24;
/** So many wrong quotes in one row: they are no quotes. */
const MAX_WRONG_QUOTES = 1000;
/** So often a line is taken out of what a quote swallowed; then quotes are letters to the end. */
const MAX_RESCUES = 20;
/** Stands in no text that was decoded: no quote is found. */
const NO_QUOTE = '\u0000';

interface Parsed {
  readonly data: string[][];
  readonly errors: readonly { readonly code: string; readonly row?: number }[];
  readonly meta: { readonly cursor: number };
}

interface TextFormat {
  readonly delimiter: string;
  readonly newline: string;
}

/** `delimiter` stands above any guess. O(text): a row over many pieces is looked at again only when it has doubled. */
export function createRowSplitter(delimiter?: string): RowSplitter {
  let rest = '';
  /** So much of `rest` was looked at and holds no whole row. */
  let looked = 0;
  let rescues = 0;
  let format: TextFormat | undefined;

  const parse = (text: string, isWhole: boolean, hasQuotes = rescues < MAX_RESCUES): Parsed => {
    format ??= guessFormat(text, delimiter);
    const quotes = hasQuotes ? {} : { quoteChar: NO_QUOTE };
    return new Papa.Parser({ ...format, ...quotes } as Papa.ParseConfig).parse(text, 0, !isWhole) as Parsed;
  };

  /** The first line without regard to quotes, for it has one that is not closed. */
  const rescueLine = (): TextRow => {
    rescues++;
    const { newline } = format!;
    const end = rest.indexOf(newline);
    const line = end < 0 ? rest : rest.slice(0, end);
    rest = end < 0 ? '' : rest.slice(end + newline.length);
    return { cells: parse(line, true, false).data[0] ?? [''], isMisquoted: true };
  };

  /** Moves the whole rows from `rest`; true where what remains has no end that can be hoped for. */
  const takeWhole = (rows: TextRow[]): boolean => {
    const { data, errors, meta } = parse(rest, false);
    const wrong = new Set(errors.map(({ row }) => row));
    for (const [row, cells] of data.entries()) rows.push({ cells, isMisquoted: wrong.has(row) });
    rest = rest.slice(meta.cursor);
    const wrongInRest = errors.reduce((sum, { row }) => sum + (row === data.length ? 1 : 0), 0);
    return rest.length > MAX_ROW || wrongInRest > MAX_WRONG_QUOTES;
  };

  const takeAll = (): TextRow[] => {
    const rows: TextRow[] = [];
    while (rest !== '' && takeWhole(rows)) rows.push(rescueLine());
    looked = rest.length;
    return rows;
  };

  return {
    get delimiter() {
      return format?.delimiter;
    },
    push(piece) {
      rest = rest === '' ? piece : rest + piece;
      return rest.length < 2 * looked ? [] : takeAll();
    },
    end() {
      const rows = takeAll();
      while (rest !== '') {
        const { data, errors } = parse(rest, true);
        const isOpen = errors.some(({ code }) => code === 'MissingQuotes');
        if (isOpen && rest.includes(format!.newline)) rows.push(rescueLine(), ...takeAll());
        else {
          for (const cells of data) rows.push({ cells, isMisquoted: errors.length > 0 });
          rest = '';
        }
      }
      return rows;
    },
  };
}

/** From the first rows, as what stands between cells most evenly, and at the ends of lines most often. */
function guessFormat(text: string, wanted: string | undefined): TextFormat {
  const { meta } = Papa.parse<string[]>(text.slice(0, 2 ** 16), { delimitersToGuess: DELIMITERS, preview: 20 });
  return { delimiter: wanted ?? meta.delimiter, newline: meta.linebreak };
}
