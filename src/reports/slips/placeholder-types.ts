/** What a placeholder of a slip's template is: two names, and what takes its place. Knows none of them. */
import type { Translate } from '../../i18n/translate.ts';
import type { CitedThreshold } from '../cite-rule.ts';
import type { MeasureText } from '../list-measures.ts';
import type { Slip, SlipItem, SlipPicture } from './slip.ts';

export interface SlipWords {
  readonly translate: Translate;
  /** 发文机关: who hands the slips out. */
  readonly office?: string;
}

/** A picture and the size of the box that it is fitted into, in pixels of 1/96 inch. */
export interface FittedPicture {
  readonly picture: SlipPicture;
  readonly boxWidth: number;
  readonly boxHeight: number;
}

export type ScopeName = 'slip' | 'finding' | 'rule' | 'threshold' | 'measure';

/** An item with its place on its slip, counted from 0. */
export interface NumberedItem {
  readonly item: SlipItem;
  readonly index: number;
}
export interface ScopeTypes {
  slip: Slip;
  finding: NumberedItem;
  /** One finding stands for all that rest on the same rule and thresholds. */
  rule: SlipItem;
  threshold: CitedThreshold;
  measure: MeasureText;
}

interface Named {
  readonly zh: string;
  readonly en: string;
}
export type Placeholder<T> = Named &
  (
    | { readonly type: 'text'; readonly value: (of: T, words: SlipWords) => string | undefined }
    | {
        readonly type: 'picture';
        /** A text where there is no picture. */
        readonly value: (of: T, words: SlipWords) => FittedPicture | string;
      }
    | {
        readonly type: 'list';
        readonly scope: ScopeName;
        readonly value: (of: T) => readonly ScopeTypes[ScopeName][];
      }
  );
