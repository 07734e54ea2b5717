/** Thresholds as data: each with its unit, its source and how sure we are of it. */

/**
 * `confirmed`: read in the source that is named. `derived`: arithmetic on confirmed text. `proposed`:
 * nobody prescribes it, we or an office chose it. `unconfirmed`: the source has not been read; kept
 * for whoever finds it, and never in force.
 */
export type Confirmation = 'confirmed' | 'derived' | 'unconfirmed' | 'proposed';

/** A text in both languages; a document's own title stands in both. */
export interface LocalText {
  readonly 'zh-CN': string;
  readonly en: string;
}

export interface Threshold {
  /** The name by which it is kept in the pack. */
  readonly id: string;
  readonly value: number | string | readonly string[] | readonly number[];
  readonly unit: string;
  readonly tag: Confirmation;
  /** Empty where nothing is said. */
  readonly source: LocalText;
  /** Where the source can be read: a web address, or a file of this project. */
  readonly address?: string;
  /** When the source was issued; for a value without a source, or a source without a date, when it was chosen or read. */
  readonly date?: string;
  /** Where or to what it applies, if not everywhere. */
  readonly appliesTo?: LocalText;
  readonly text: LocalText;
  /** What it was laid over: in force where this one is unconfirmed. */
  readonly instead?: Threshold;
}

export interface RulePack {
  readonly id: string;
  readonly version: string;
  readonly name: LocalText;
  /** Whose rules these are, where not the whole country's. */
  readonly appliesTo?: LocalText;
  readonly thresholds: Readonly<Record<string, Threshold>>;
  /** Rule id → rank, 1 is most urgent. */
  readonly priorities: Readonly<Record<string, number>>;
}
