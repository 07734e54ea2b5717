/** Thresholds as data: each with its unit, its source and how sure we are of it. */

export type Confirmation = 'confirmed' | 'derived' | 'unconfirmed' | 'proposed';

export interface Threshold {
  readonly value: number | string | readonly string[];
  readonly unit: string;
  readonly tag: Confirmation;
  readonly source: string;
  readonly address?: string;
  readonly date?: string;
  readonly text: { readonly 'zh-CN': string; readonly en: string };
}

export interface RulePack {
  readonly id: string;
  readonly version: string;
  readonly name: { readonly 'zh-CN': string; readonly en: string };
  readonly thresholds: Readonly<Record<string, Threshold>>;
  /** Rule id → rank, 1 is most urgent. */
  readonly priorities: Readonly<Record<string, number>>;
}
