/** Which slips are asked for, and what stands on them. */
import type { Language, Translate } from '../../i18n/translate.ts';
import type { Finding, RuleId } from '../../model/findings.ts';
import type { SlipKind, SlipPicture } from './slip.ts';

export interface SlipOptions {
  readonly translate: Translate;
  readonly language: Language;
  /** Default `assignment`. */
  readonly kind?: SlipKind;
  /** Default `finding`. */
  readonly per?: 'finding' | 'street';
  /** Calendar days from the check's `asOf` to the deadline. */
  readonly deadlineDays: number;
  /** Names and telephone numbers of people; default false. */
  readonly withPersonal?: boolean;
  readonly rules?: readonly RuleId[];
  /** A street's name or id: only findings whose place lies in it. */
  readonly street?: string;
  /** Ids of findings. */
  readonly ids?: readonly string[];
  readonly mapOf?: (finding: Finding) => SlipPicture | undefined;
}
