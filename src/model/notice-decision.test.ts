import { expect, it } from 'vitest';
import { decideNotice, type NoticeDecision, withdrawNotice } from './notice-decision.ts';

const street: NoticeDecision = {
  month: '2026-11',
  list: 'talk',
  party: { type: 'street', name: '甲' },
  outcome: 'accepted',
};
const place: NoticeDecision = { ...street, party: { type: 'feature', subject: { layer: 'soil', feature: '甲' } } };

it('a later decision takes the place of an earlier one about the same, and of no other', () => {
  const dismissed = { ...street, outcome: 'dismissed', reason: '已整改' } as const;
  expect(decideNotice([street, place], dismissed)).toEqual([place, dismissed]);
  expect(withdrawNotice([street, place], place)).toEqual([street]);
  const unit = { ...street, party: { type: 'owner', name: '甲' } } as const;
  expect(decideNotice([street], unit)).toEqual([street, unit]);
});
