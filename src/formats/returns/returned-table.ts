/** What came back about findings, as rows: whatever kind of file it stood in. Which column means what is judged elsewhere. */
export interface RowTable {
  readonly file: string;
  readonly sheet?: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly (string | number | boolean | null)[])[];
  /** Of each row the line in its sheet, counted from 1. */
  readonly lines?: readonly number[];
}

/** A picture that lay inside a file. */
export interface InnerPicture {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface ReturnedContent {
  readonly tables: readonly RowTable[];
  readonly pictures: readonly InnerPicture[];
}
