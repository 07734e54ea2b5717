/** What would have to stop, and what would blow where: a wind, and an alert, that somebody assumes. */
import { useWorkspace } from '../app-context.tsx';
import { useRuleEdit } from '../rulepack/use-rule-edit.ts';
import { AlertSection } from './AlertSection.tsx';
import { UpwindSection } from './UpwindSection.tsx';
import { useReadings } from './use-readings.ts';
import { WindSection } from './WindSection.tsx';
import { WindStops } from './WindStops.tsx';
import classes from './whatif.module.css';

export function WhatIfPanel() {
  const pack = useWorkspace((state) => state.document?.rulePack);
  const { change } = useRuleEdit();
  const readings = useReadings();
  if (!pack) return null;
  return (
    <div className={classes.panel}>
      <WindSection readings={readings} />
      <WindStops pack={pack} change={change} />
      <UpwindSection pack={pack} />
      <AlertSection pack={pack} change={change} />
    </div>
  );
}
