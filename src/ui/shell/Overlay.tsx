/** What floats over the map: the progress of a check with its cancel, and notices that stay until dismissed. */
import { Button, CloseButton, Progress as ProgressBar, VisuallyHidden } from '@mantine/core';
import { lazy, Suspense, useEffect, useState } from 'react';
import type { Problem } from '../../core/result.ts';
import type { Progress } from '../../core/task.ts';
import { explainProblem } from '../../i18n/explain.ts';
import { formatCount } from '../../i18n/format.ts';
import type { Translate } from '../../i18n/translate.ts';
import { useApp, useCommands, useTables, useTexts, useView, useWorkspace } from '../app-context.tsx';
import { TabBanner } from '../history/TabBanner.tsx';
import { tableKey } from '../store/table-store.ts';
import { dismissNotice } from '../store/view-store.ts';
import { HotspotStatus, PhotoPreview, PhotoProgress } from '../time/HotspotStatus.tsx';
import classes from './shell.module.css';

/** More are one click away: notices must not cover the map. */
const NOTICES_AT_ONCE = 2;

export function Overlay() {
  const { t } = useTexts();
  const { view } = useApp();
  const notices = useView((state) => state.notices);
  const [expanded, setExpanded] = useState(false);
  const shown = expanded ? notices : notices.slice(0, NOTICES_AT_ONCE);
  const hidden = notices.length - shown.length;
  return (
    <div className={classes.overlay} aria-live="polite">
      <TabBanner />
      <RunningCheck />
      <RunningWork />
      <PhotoProgress />
      <HotspotStatus />
      <PhotoPreview />
      <MapFilter />
      <Outcome />
      {shown.length > 0 && (
        <div className={classes.notices}>
          {shown.map(({ id, severity, problem }) => (
            <div
              key={id}
              className={classes.notice}
              data-severity={severity}
              data-testid="notice"
              role={severity === 'error' ? 'alert' : 'status'}
            >
              <div className={classes.noticeText}>{explainNotice(problem, t)}</div>
              <CloseButton size="sm" aria-label={t('app.dismiss')} onClick={() => dismissNotice(view, id)} />
            </div>
          ))}
          {notices.length > NOTICES_AT_ONCE && (
            <div className={classes.noticeActions}>
              <Button
                size="compact-xs"
                variant="subtle"
                onClick={() => setExpanded(!expanded)}
                data-testid="notices-more"
              >
                {hidden > 0 ? t('app.notices.more', { count: hidden }) : t('app.notices.fewer')}
              </Button>
              <Button size="compact-xs" variant="subtle" onClick={() => view.setState({ notices: [] })}>
                {t('app.notices.dismissAll')}
              </Button>
            </div>
          )}
        </div>
      )}
    </div>
  );
}

const FilterSign = lazy(() => import('../table/FilterSign.tsx').then((module) => ({ default: module.FilterSign })));

/** A filter that narrows the map must not be forgotten, whatever else is open. */
function MapFilter() {
  const { tables } = useApp();
  const name = useTables((state) => state.onMap);
  const hasDocument = useWorkspace((state) => state.document !== undefined);
  const isGone = useWorkspace((state) => name?.type === 'layer' && !state.features.has(name.layer));
  useEffect(() => {
    if (isGone) tables.setState({ onMap: undefined });
  }, [isGone, tables]);
  if (!name || !hasDocument || isGone) return null;
  return (
    <Suspense fallback={null}>
      <FilterSign key={tableKey(name)} name={name} />
    </Suspense>
  );
}

/** For screen readers: that the check is done, and what it found. */
function Outcome() {
  const { t } = useTexts();
  const isReady = useWorkspace((state) => state.phase === 'ready');
  const count = useWorkspace(
    (state) => state.check && Object.values(state.check.summary.byRule).reduce((sum, rule) => sum + rule.count, 0),
  );
  return (
    <VisuallyHidden role="status" data-testid="outcome">
      {isReady && count !== undefined ? t('welcome.outcome', { count }) : ''}
    </VisuallyHidden>
  );
}

function RunningCheck() {
  const { t } = useTexts();
  const { cancel } = useCommands();
  const phase = useWorkspace((state) => state.phase);
  const progress = useWorkspace((state) => state.progress);
  if (phase !== 'opening' && phase !== 'checking') return null;
  const stage = progress ? t(`progress.${progress.stage}`) : t(`app.phase.${phase}`);
  return <ProgressCard stage={stage} progress={progress} onCancel={cancel} testId="progress" />;
}

function RunningWork() {
  const { t } = useTexts();
  const work = useView((state) => state.work);
  if (!work) return null;
  return <ProgressCard stage={t(work.name)} progress={work.progress} onCancel={work.cancel} testId="work" />;
}

interface ProgressCardProps {
  readonly stage: string;
  readonly progress: Progress | undefined;
  readonly onCancel: () => void;
  readonly testId: string;
}

function ProgressCard({ stage, progress, onCancel, testId }: ProgressCardProps) {
  const { t } = useTexts();
  const fraction = progress && progress.total > 0 ? progress.done / progress.total : undefined;
  const detail = progress?.detail ? detailText(progress.detail, t) : '';
  const numbers =
    progress && progress.total > 1 ? `${formatCount(progress.done)} / ${formatCount(progress.total)}` : '';
  return (
    // Read out once a stage, not once a number.
    <div className={classes.progress} data-testid={testId} aria-live="off">
      <VisuallyHidden role="status">{stage}</VisuallyHidden>
      <div className={classes.progressHead}>
        <span>
          {stage} {detail} {numbers}
        </span>
        <Button
          size="compact-xs"
          variant="subtle"
          onClick={onCancel}
          data-testid={testId === 'progress' ? 'cancel' : `${testId}-cancel`}
        >
          {t('app.cancel')}
        </Button>
      </div>
      <ProgressBar
        size="xs"
        value={fraction === undefined ? 100 : fraction * 100}
        animated={fraction === undefined}
        transitionDuration={100}
        aria-label={stage}
      />
    </div>
  );
}

/** The map says its failures in its own words. */
function explainNotice(problem: Problem, t: Translate): string {
  return problem.code.startsWith('map.') ? t(problem.code, problem.params) : explainProblem(problem, t);
}

/** A rule's id is said by its name; a layer's title stays as it is. */
function detailText(detail: string, t: (key: string) => string): string {
  const name = t(`rule.${detail}`);
  return name === `rule.${detail}` ? detail : name;
}
