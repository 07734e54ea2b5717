/** What the parts of the months' pane hand to each other. */
import type { NoticeDecision } from '../../../model/notice-decision.ts';
import type { ChangeFilter } from '../../../reports/months/list-changes.ts';
import type { NoticeProposal } from '../../../reports/months/notices.ts';

/** Findings that are shown as a list, under the words of the number that was pressed. */
export interface Opened {
  readonly title: string;
  readonly filter: ChangeFilter;
}
export type OpenFindings = (opened: Opened) => void;

export interface ProposalItemProps {
  readonly proposal: NoticeProposal;
  readonly name: string;
  readonly decisions: readonly NoticeDecision[];
  readonly canEdit: boolean;
  readonly by: string;
  readonly onBy: (by: string) => void;
  readonly onOpen: OpenFindings;
}
