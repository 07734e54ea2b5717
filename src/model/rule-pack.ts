/** Thresholds as data: each with its unit, its source and how sure we are of it. */
import type { LayerKind } from './kinds.ts';

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
  /** What stood here before the office set its own value: to go back to. Not written to files. */
  readonly replaces?: Threshold;
}

/** Colours of a warning of heavy pollution, from the mildest on. */
export const ALERT_COLOURS = ['yellow', 'orange', 'red'] as const;
export type AlertColour = (typeof ALERT_COLOURS)[number];

/** What an emergency plan asks of a source: to stop, to be covered, to be sprinkled more often. */
export const ALERT_ACTIONS = ['stop', 'cover', 'sprinkle'] as const;
export type AlertAction = (typeof ALERT_ACTIONS)[number];

/** Kinds of layers that a plan may speak of. */
export const ALERT_KINDS = [
  'constructionSite',
  'bareSoil',
  'stockpile',
  'industrialPark',
  'haulRoute',
] as const satisfies readonly LayerKind[];
export type AlertKind = (typeof ALERT_KINDS)[number];

/** What a site is at, as far as rules tell stages apart. */
export const SITE_STAGES = ['demolition', 'earthwork', 'foundation', 'structure', 'fitting', 'stopped'] as const;
export type SiteStage = (typeof SITE_STAGES)[number];

export interface AlertMeasure {
  /** Under which warnings it is asked for. */
  readonly colours: readonly AlertColour[];
  readonly action: AlertAction;
  readonly kinds: readonly AlertKind[];
  /** Of sites: only in these stages; absent for all. */
  readonly stages?: readonly SiteStage[];
  /** How many times a day more, where the plan says so. */
  readonly timesPerDay?: number;
  readonly text: LocalText;
}

/** The dust measures of one place's emergency plan: as one document has them, never mixed from several. */
export interface AlertPlan {
  readonly name: LocalText;
  readonly source: LocalText;
  readonly address?: string;
  readonly date?: string;
  readonly tag: Confirmation;
  readonly appliesTo?: LocalText;
  readonly measures: readonly AlertMeasure[];
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
  /** What must be done under a warning of heavy pollution; absent where no plan was chosen: none holds everywhere. */
  readonly alertPlan?: AlertPlan;
}
