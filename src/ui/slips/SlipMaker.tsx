/** Makes the file of slips: choice of findings, form of the paper, how many there will be, and the button. */
import { Button } from '@mantine/core';
import { IconFileTypeDocx } from '@tabler/icons-react';
import { useState } from 'react';
import type { Problem } from '../../core/result.ts';
import { explainProblem } from '../../i18n/explain.ts';
import { assignPatch } from '../../model/case-edits.ts';
import { useApp, useCommands, useSlips, useTexts, useView, useWorkspace } from '../app-context.tsx';
import draw from '../draw/draw.module.css';
import { SlipChoiceForm } from './SlipChoiceForm.tsx';
import { SlipPaperForm } from './SlipPaperForm.tsx';
import classes from './slips.module.css';
import { TemplateField } from './TemplateField.tsx';
import { ALL_FINDINGS, type SlipChoice, type SlipFilter, useSlipChoice } from './use-slip-choice.ts';

export function SlipMaker() {
  const { t } = useTexts();
  const [filter, setFilter] = useState<SlipFilter>(ALL_FINDINGS);
  const choice = useSlipChoice(filter);
  // Personal: asked for anew each time.
  const [withPersonal, setPersonal] = useState(false);
  return (
    <section className={draw.section} aria-label={t('returns.title')} data-testid="slips">
      <h3 className={classes.heading}>{t('returns.title')}</h3>
      <p className={draw.hint}>{t('returns.hint')}</p>
      <SlipChoiceForm filter={filter} choice={choice} onChange={setFilter} />
      <SlipPaperForm withPersonal={withPersonal} onPersonal={setPersonal} />
      <TemplateField />
      <Preview choice={choice} />
      <MakeButton choice={choice} withPersonal={withPersonal} />
    </section>
  );
}

/** More are seldom meant, and take minutes. */
const MANY_SLIPS = 200;

function Preview({ choice }: { choice: SlipChoice }) {
  const { t } = useTexts();
  const per = useSlips((state) => state.per);
  const { findings, closedCount, streetCount } = choice;
  const slipCount = per === 'finding' ? findings.length : (streetCount ?? (findings.length > 0 ? 1 : 0));
  return (
    <p className={draw.hint} role="status" data-testid="slips-preview">
      {findings.length === 0
        ? t('returns.preview.none')
        : t('returns.preview', { slipCount, findingCount: findings.length })}
      {slipCount > MANY_SLIPS && ` ${t('returns.preview.many')}`}
      {closedCount > 0 && ` ${t('returns.preview.closed', { count: closedCount })}`}
    </p>
  );
}

function MakeButton({ choice, withPersonal }: { choice: SlipChoice; withPersonal: boolean }) {
  const { t } = useTexts();
  const { slips: store, workspace } = useApp();
  const { slips, edit } = useCommands();
  const isBusy = useView((state) => state.work !== undefined);
  const isReady = useWorkspace((state) => state.phase === 'ready');
  const [problem, setProblem] = useState<Problem>();
  const [done, setDone] = useState<string>();

  const make = async () => {
    setProblem(undefined);
    setDone(undefined);
    const { kind, per, deadlineDays, office, maps, assigns } = store.getState();
    const ids = choice.findings.map(({ id }) => id);
    const made = await slips.make({ kind, per, deadlineDays, office: office.trim(), maps, ids, withPersonal });
    if (!made.ok) {
      if (made.problem.code !== 'engine.cancelled') setProblem(made.problem);
      return;
    }
    const { slipCount, assigned } = made.value;
    const { document } = workspace.getState();
    if (assigns && document) edit(assignPatch(document, assigned));
    setDone(t(assigns ? 'returns.made.assigned' : 'returns.made', { slipCount, findingCount: assigned.length }));
  };
  return (
    <>
      <Button
        leftSection={<IconFileTypeDocx size={18} />}
        disabled={choice.findings.length === 0 || !isReady || isBusy}
        onClick={() => void make()}
        data-testid="slips-make"
      >
        {t('returns.make')}
      </Button>
      {problem && (
        <p className={draw.notice} role="alert" data-testid="slips-problem">
          {explainProblem(problem, t)}
        </p>
      )}
      {done && (
        <p className={draw.hint} role="status" data-testid="slips-done">
          {done}
        </p>
      )}
    </>
  );
}
