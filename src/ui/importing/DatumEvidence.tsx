/** How well the layer fits the open workspace as WGS84, GCJ-02 and BD-09, and what that says. Nothing is applied. */
import { Loader } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Result } from '../../core/result.ts';
import type { DatumCandidate, DatumExamination } from '../../formats/datum-doctor/datum-types.ts';
import type { ExaminedLayer } from '../../formats/importing/import-types.ts';
import { explainProblem } from '../../i18n/explain.ts';
import { formatCount, formatFraction } from '../../i18n/format.ts';
import { useCommands, useTexts, useWorkspace } from '../app-context.tsx';
import classes from './importing.module.css';
import { Reasons } from './Reasons.tsx';

interface DatumEvidenceProps {
  readonly layer: ExaminedLayer;
  readonly onVerdict: (datum: DatumExamination['verdict']['datum']) => void;
}

export function DatumEvidence({ layer, onVerdict }: DatumEvidenceProps) {
  const { t } = useTexts();
  const { examineDatum } = useCommands();
  const hasWorkspace = useWorkspace((state) => state.document !== undefined);
  const [answer, setAnswer] = useState<Result<DatumExamination>>();
  const { key, choices } = layer;
  const { datum: _, ...plain } = choices.reading;
  const asRead = JSON.stringify(plain);
  const isPlaced = layer.facts.positions > 0;
  useEffect(() => {
    if (!hasWorkspace || !isPlaced) return undefined;
    let left = false;
    setAnswer(undefined);
    void examineDatum(key, JSON.parse(asRead)).then((examined) => {
      if (left) return;
      setAnswer(examined);
      if (examined.ok) onVerdict(examined.value.verdict.datum);
    });
    return () => {
      left = true;
    };
  }, [examineDatum, key, asRead, hasWorkspace, isPlaced, onVerdict]);
  if (!hasWorkspace || !isPlaced) return null;
  if (!answer)
    return (
      <p className={classes.reasons}>
        <Loader size={12} /> {t('importing.datum.examining')}
      </p>
    );
  if (!answer.ok) return <p className={classes.reasons}>{explainProblem(answer.problem, t)}</p>;
  const { candidates, reasons } = answer.value;
  return (
    <div data-testid="datum-evidence">
      <Reasons reasons={reasons.slice(0, 1)} />
      {(reasons.length > 1 || candidates.length > 0) && (
        <details>
          <summary className={classes.summary}>{t('importing.datum.why')}</summary>
          {candidates.length > 0 && <Candidates candidates={candidates} />}
          <Reasons reasons={reasons.slice(1)} />
        </details>
      )}
    </div>
  );
}

function Candidates({ candidates }: { readonly candidates: readonly DatumCandidate[] }) {
  const { t } = useTexts();
  const meters = (value: number | undefined) => (value === undefined ? '–' : `${formatCount(Math.round(value))} m`);
  const share = (value: number | undefined) => (value === undefined ? '–' : formatFraction(value));
  const rows = [
    ['lines', (one: DatumCandidate) => meters(one.lineMeters)],
    ['outlines', (one: DatumCandidate) => meters(one.outlineMeters)],
    ['inside', (one: DatumCandidate) => share(one.insideFraction)],
    ['named', (one: DatumCandidate) => share(one.namedZoneFraction)],
    ['streets', (one: DatumCandidate) => (one.zoneChanges === undefined ? '–' : formatCount(one.zoneChanges))],
  ] as const;
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{t('importing.datum')}</th>
          {candidates.map(({ datum }) => (
            <th key={datum} scope="col">
              {t(`datum.${datum}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows
          .filter(([, show]) => candidates.some((one) => show(one) !== '–'))
          .map(([name, show]) => (
            <tr key={name}>
              <td>{t(`importing.datum.${name}`)}</td>
              {candidates.map((one) => (
                <td key={one.datum} data-type="number">
                  {show(one)}
                </td>
              ))}
            </tr>
          ))}
      </tbody>
    </table>
  );
}
