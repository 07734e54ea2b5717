import type { RulePack, Threshold } from '../../model/rule-pack.ts';
import type { RuleEdit } from './use-rule-edit.ts';

export interface ThresholdProps {
  readonly threshold: Threshold;
  readonly pack: RulePack;
  readonly change: RuleEdit['change'];
}
