/**
 * Expected failures as plain data. A problem's code is its translation key, so it crosses a
 * worker boundary as it is and is put into words only where it is shown. Knows no language.
 */

/** Where something was found. `row` is 0-based and counts the file's records before any filter. */
export interface Place {
  file?: string;
  /** The sheet, table or folder within the file. */
  sheet?: string;
  layer?: string;
  row?: number;
  /** The row of the sheet or table as a spreadsheet shows it: counted from 1, with titles and header. */
  line?: number;
  column?: string;
  feature?: string;
}

export type ParamValue = string | number | boolean | null;
export type Params = { readonly [name: string]: ParamValue };

/** What was found, with the numbers and names of its sentence in `params`. */
export interface Problem {
  code: string;
  params: Params;
  at?: Place;
}

/** A value with the notes that arose on the way, or the one problem that prevented it. */
export type Result<T> =
  | { readonly ok: true; readonly value: T; readonly notes: readonly Problem[] }
  | { readonly ok: false; readonly problem: Problem };

export function ok<T>(value: T, notes: readonly Problem[] = []): Result<T> {
  return { ok: true, value, notes };
}

export function fail(code: string, params: Params = {}, at?: Place): { ok: false; problem: Problem } {
  return { ok: false, problem: problem(code, params, at) };
}

export function problem(code: string, params: Params = {}, at?: Place): Problem {
  return at ? { code, params, at } : { code, params };
}

/** The same problem, with what is known of its place filled in; what it already says stays. */
export function withPlace(found: Problem, at: Place): Problem {
  return { ...found, at: { ...at, ...found.at } };
}
