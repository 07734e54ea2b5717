/** What the parts of the months' pane hand to each other. */
import type { ChangeFilter } from '../../../reports/months/list-changes.ts';

/** Findings that are shown as a list, under the words of the number that was pressed. */
export interface Opened {
  readonly title: string;
  readonly filter: ChangeFilter;
}
export type OpenFindings = (opened: Opened) => void;
