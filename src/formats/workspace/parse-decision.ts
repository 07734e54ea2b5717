/** One entry of `decisions` in workspace.json. */
import { isMonth } from '../../model/months.ts';
import { NOTICE_LISTS, NOTICE_OUTCOMES, type NoticeDecision } from '../../model/notice-decision.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Whether a value is a decision; what more it holds is kept as it is. */
export function isDecision(value: unknown): value is NoticeDecision {
  if (!isFields(value) || !isFields(value.party)) return false;
  const { month, list, party, outcome, reason, by, when } = value;
  return (
    isText(month) &&
    isMonth(month) &&
    (NOTICE_LISTS as readonly unknown[]).includes(list) &&
    (NOTICE_OUTCOMES as readonly unknown[]).includes(outcome) &&
    isParty(party as Fields) &&
    [reason, by, when].every((text) => text === undefined || isText(text))
  );
}

function isParty({ type, name, subject }: Fields): boolean {
  if (type === 'feature') return isFields(subject) && isText(subject.layer) && isText(subject.feature);
  return (type === 'street' || type === 'owner') && isText(name);
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
