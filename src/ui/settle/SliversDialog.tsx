/** All slivers of overlaps and gaps in one edit: how much moves from zone to zone, before it is done. The map stays in view. */
import { Button, Loader, Modal } from '@mantine/core';
import { useMemo } from 'react';
import type { SliverPlan } from '../../checks/settle/settle-types.ts';
import { explainProblem } from '../../i18n/explain.ts';
import { useApp, useCommands, useTexts, useWorkspace } from '../app-context.tsx';
import findings from '../findings/findings.module.css';
import { AreaChanges } from './AreaChanges.tsx';
import classes from './settle.module.css';
import { useAnswer } from './use-answer.ts';
import { usePreview } from './use-preview.ts';

const SHOWN_ZONES = 12;

export function SliversDialog() {
  const { t } = useTexts();
  const { view } = useApp();
  return (
    <Modal
      opened
      onClose={() => view.setState({ dialog: undefined })}
      title={t('settle.slivers.title')}
      size={520}
      withOverlay={false}
      shadow="md"
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <Slivers close={() => view.setState({ dialog: undefined })} />
    </Modal>
  );
}

function Slivers({ close }: { close: () => void }) {
  const { t } = useTexts();
  const { planSlivers } = useCommands();
  const check = useWorkspace((state) => state.check);
  const question = useMemo(() => ({ check }), [check]);
  const ask = useMemo(() => () => planSlivers(new AbortController().signal), [planSlivers]);
  const { result, asking } = useAnswer(question, ask);
  usePreview(result?.ok ? result.value.moves : undefined);
  if (!result) {
    return (
      <div className={classes.waiting}>
        <Loader size="sm" /> {t('settle.loading')}
      </div>
    );
  }
  if (!result.ok) {
    return (
      <p className={classes.refusal} role="alert">
        {explainProblem(result.problem, t)}
      </p>
    );
  }
  return <Plan plan={result.value} asking={asking} close={close} />;
}

function Plan({ plan, asking, close }: { plan: SliverPlan; asking: boolean; close: () => void }) {
  const { t } = useTexts();
  const { edit } = useCommands();
  const busy = useWorkspace((state) => state.phase !== 'ready');
  const { overlapCount, gapCount, leftCount, zones, adjustedCount, moves, patch } = plan;
  const movedSquareMeters = moves.reduce((sum, { areaSquareMeters }) => sum + areaSquareMeters, 0);
  const left = leftCount > 0 && <p>{t('settle.slivers.left', { count: leftCount })}</p>;
  if (overlapCount + gapCount === 0) {
    return (
      <div className={classes.sheet} data-testid="slivers-none">
        <p>{t('settle.slivers.none')}</p>
        {left}
      </div>
    );
  }
  return (
    <div className={classes.sheet} data-testid="slivers-plan">
      <p>{t('settle.slivers.counts', { overlapCount, gapCount, movedSquareMeters })}</p>
      <p className={findings.muted}>{t('settle.slivers.how')}</p>
      <AreaChanges zones={zones} max={SHOWN_ZONES} />
      {zones.length > SHOWN_ZONES && (
        <p className={findings.muted}>{t('settle.slivers.more', { count: zones.length - SHOWN_ZONES })}</p>
      )}
      {adjustedCount > 0 && <p className={findings.muted}>{t('settle.slivers.adjusted', { count: adjustedCount })}</p>}
      {left}
      <div className={findings.actions}>
        <Button
          size="compact-sm"
          disabled={asking || busy}
          onClick={() => {
            edit(patch);
            close();
          }}
          data-testid="slivers-commit"
        >
          {t('settle.slivers.commit')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={close}>
          {t('app.cancel')}
        </Button>
      </div>
    </div>
  );
}
