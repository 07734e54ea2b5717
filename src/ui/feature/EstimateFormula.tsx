/** The estimate of PM10 with the numbers put in, and where its factors come from. */
import { useMemo } from 'react';
import type { Subject } from '../../core/subject.ts';
import { numberAt } from '../../model/feature-batch.ts';
import type { LayerKind } from '../../model/kinds.ts';
import { listFactors } from '../../reports/list-thresholds.ts';
import { thresholdsInForce } from '../../rules/thresholds.ts';
import { useTexts, useWorkspace } from '../app-context.tsx';
import classes from '../findings/findings.module.css';
import { SourceLine } from '../findings/SourceLine.tsx';
import { explainEstimate } from './explain-estimate.ts';

export interface EstimateFormulaProps {
  readonly subject: Subject;
  readonly kind: LayerKind;
  /** As measured; undefined where it was not, and the ledger's is taken. */
  readonly areaSquareMeters: number | undefined;
}

export function EstimateFormula({ subject, kind, areaSquareMeters }: EstimateFormulaProps) {
  const { t, language } = useTexts();
  const found = useWorkspace((state) => state.features.get(subject.layer));
  const asOf = useWorkspace((state) => state.check?.asOf);
  const pack = useWorkspace((state) => state.document?.rulePack);
  const lines = useMemo(() => {
    const index = found?.indexOf(subject.feature);
    if (!found || index === undefined || !pack || asOf === undefined) return [];
    const { batch } = found;
    const area = areaSquareMeters ?? numberAt(batch, 'areaSquareMeters', index);
    if (area === undefined) return [];
    const thresholds = thresholdsInForce(pack);
    return explainEstimate({ kind, batch, index, areaSquareMeters: area, asOf, thresholds }, t, language);
  }, [found, subject, kind, areaSquareMeters, asOf, pack, t, language]);
  if (lines.length === 0 || !pack) return null;
  return (
    <div className={classes.section} data-testid="estimate-formula">
      <h3>{t('whatif.formula')}</h3>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {listFactors(kind, pack).map((factor) => (
        <SourceLine key={factor.id} of={factor} />
      ))}
    </div>
  );
}
