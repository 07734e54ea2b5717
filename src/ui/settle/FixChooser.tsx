/** The ways to settle a conflict: one is looked at, on the map and in numbers, before it is done. */
import { Badge, Button, Loader, Radio } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { ConflictSheet, FixPlan, FixRequest } from '../../checks/settle/settle-types.ts';
import type { Result } from '../../core/result.ts';
import { explainProblem } from '../../i18n/explain.ts';
import type { CheckResult, Finding } from '../../model/findings.ts';
import type { LonLat } from '../../model/lon-lat.ts';
import { useCommands, useTexts, useWorkspace } from '../app-context.tsx';
import findings from '../findings/findings.module.css';
import { AcceptForm } from './AcceptForm.tsx';
import { AreaChanges } from './AreaChanges.tsx';
import { CuttingLine } from './CuttingLine.tsx';
import { type Choice, listChoices } from './list-choices.ts';
import classes from './settle.module.css';
import { useAnswer } from './use-answer.ts';
import { usePreview } from './use-preview.ts';

export function FixChooser({ sheet, finding }: { sheet: ConflictSheet; finding: Finding }) {
  const { t } = useTexts();
  const choices = useMemo(() => listChoices(sheet), [sheet]);
  const [chosen, setChosen] = useState(() => (choices.find(({ suggested }) => suggested) ?? choices[0])?.key);
  const choice = choices.find(({ key }) => key === chosen);
  return (
    <div className={findings.section} data-testid="fixes">
      <h3 id="settle-choose">{t('settle.choose')}</h3>
      <Radio.Group value={chosen ?? null} onChange={setChosen} aria-labelledby="settle-choose">
        {choices.map((each) => (
          <Radio
            key={each.key}
            value={each.key}
            size="xs"
            className={classes.choice}
            data-testid={`fix-${each.text}`}
            label={
              <>
                {t(`settle.fix.${each.text}`, { name: each.name })}{' '}
                {each.suggested && (
                  <Badge size="xs" variant="light" radius="sm">
                    {t('settle.suggested')}
                  </Badge>
                )}
              </>
            }
          />
        ))}
      </Radio.Group>
      {choice?.accept && <AcceptForm key={choice.key} kind={choice.accept} finding={finding} />}
      {choice?.request && <GroundFix key={choice.key} sheet={sheet} choice={choice} request={choice.request} />}
    </div>
  );
}

function GroundFix({ sheet, choice, request }: { sheet: ConflictSheet; choice: Choice; request: FixRequest }) {
  const { planFix } = useCommands();
  const check = useWorkspace((state) => state.check);
  const [drawn, setDrawn] = useState<readonly LonLat[]>();
  const [drawing, setDrawing] = useState(false);
  // Worked out again after every edit, since the zones may have changed.
  const question = useMemo(
    () => ({ check, request: request.fix === 'split' && drawn ? { ...request, line: drawn } : request }),
    [check, request, drawn],
  );
  const ask = useMemo(
    () => (asked: { request: FixRequest; check: CheckResult | undefined }) => planFix(asked.request),
    [planFix],
  );
  const { result, asking } = useAnswer(question, ask);
  const isSplit = request.fix === 'split';
  const line = isSplit && !drawing ? (drawn ?? sheet.middleLine) : undefined;
  // What is still shown of the question before is no answer to this one.
  usePreview(result?.ok && !asking && !drawing ? result.value.moves : undefined, line);
  return (
    <div className={classes.fix} data-testid="fix" data-fix={choice.text} data-asking={asking}>
      {isSplit && (
        <CuttingLine
          sheet={sheet}
          line={drawn ?? sheet.middleLine ?? []}
          isOwn={drawn !== undefined}
          onLine={setDrawn}
          onDrawing={setDrawing}
        />
      )}
      {!drawing && <Planned result={result} asking={asking} />}
    </div>
  );
}

function Planned({ result, asking }: { result: Result<FixPlan> | undefined; asking: boolean }) {
  const { t } = useTexts();
  const { edit } = useCommands();
  const busy = useWorkspace((state) => state.phase !== 'ready');
  if (!result) {
    return (
      <div className={classes.waiting}>
        <Loader size="xs" /> {t('settle.loading')}
      </div>
    );
  }
  if (!result.ok) {
    return (
      <p className={classes.refusal} role="alert" data-testid="fix-problem">
        {t('settle.unavailable')}: {explainProblem(result.problem, t)}
      </p>
    );
  }
  const { zones, adjustedCount, collisions, patch } = result.value;
  return (
    <>
      <AreaChanges zones={zones} />
      {collisions.map(({ zone, name, owner, areaSquareMeters }) => (
        <p key={zone.feature} className={classes.refusal} data-testid="fix-collision">
          {t('settle.collision', { name, owner: owner ?? null, sharedSquareMeters: areaSquareMeters })}
        </p>
      ))}
      {adjustedCount > 0 && <p className={findings.muted}>{t('settle.adjusted', { count: adjustedCount })}</p>}
      <div className={findings.actions}>
        <Button size="compact-sm" disabled={asking || busy} onClick={() => edit(patch)} data-testid="fix-commit">
          {t('settle.commit')}
        </Button>
        {busy && <span className={findings.muted}>{t('settle.commit.busy')}</span>}
      </div>
    </>
  );
}
