/** The import: files read, layers listed, each with its preview, guesses and notes; nothing comes in before it is asked for. */
import { ActionIcon, Button, Progress, Tooltip } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { Problem } from '../../core/result.ts';
import { explainProblem } from '../../i18n/explain.ts';
import { formatCount } from '../../i18n/format.ts';
import { useCommands, useImporting, useTexts } from '../app-context.tsx';
import shell from '../shell/shell.module.css';
import { ImportDone } from './ImportDone.tsx';
import { ImportFooter } from './ImportFooter.tsx';
import classes from './importing.module.css';
import { LayerChoicesForm } from './LayerChoicesForm.tsx';
import { LayerList } from './LayerList.tsx';
import { useImportGhost } from './use-import-ghost.ts';

export function ImportPanel() {
  const { t } = useTexts();
  const { closeImport } = useCommands();
  const phase = useImporting((state) => state.phase);
  const heading = useRef<HTMLHeadingElement>(null);
  // Whoever dropped a file, by keyboard or by ear, goes on here.
  useEffect(() => heading.current?.focus(), []);
  useImportGhost();
  return (
    <aside className={classes.panel} aria-label={t('importing.title')} data-testid="import-panel" data-phase={phase}>
      <div className={shell.panelHead}>
        <h2 ref={heading} tabIndex={-1} className={shell.panelTitle}>
          {t(phase === 'done' ? 'importing.done' : 'importing.title')}
        </h2>
        <Tooltip label={t('importing.close')}>
          <ActionIcon onClick={closeImport} aria-label={t('importing.close')} data-testid="import-close">
            <IconX size={18} />
          </ActionIcon>
        </Tooltip>
      </div>
      {phase === 'reading' || phase === 'building' ? <Working /> : phase === 'done' ? <ImportDone /> : <Deciding />}
    </aside>
  );
}

function Working() {
  const { t } = useTexts();
  const { cancelImport } = useCommands();
  const phase = useImporting((state) => state.phase);
  const progress = useImporting((state) => state.progress);
  const share = progress && progress.total > 0 ? (100 * progress.done) / progress.total : undefined;
  const label =
    phase === 'building' ? t('importing.building') : t('importing.reading', { detail: progress?.detail ?? '' });
  const numbers =
    progress && progress.total > 1 ? `${formatCount(progress.done)} / ${formatCount(progress.total)}` : '';
  return (
    <div className={classes.section} role="status">
      <div className={classes.footRow}>
        <span className={classes.grow}>
          {label} {numbers}
        </span>
        <Button size="compact-sm" variant="default" onClick={cancelImport} data-testid="import-cancel">
          {t('importing.cancel')}
        </Button>
      </div>
      <Progress
        mt={8}
        size="sm"
        value={share ?? 100}
        animated={share === undefined}
        transitionDuration={100}
        aria-label={label}
      />
    </div>
  );
}

function Deciding() {
  const { t } = useTexts();
  const layers = useImporting((state) => state.layers);
  const problems = useImporting((state) => state.problems);
  const notes = useImporting((state) => state.notes);
  const current = useImporting((state) => state.layers.find((layer) => layer.key === state.current));
  return (
    <>
      {layers.length > 0 && <LayerList />}
      <div className={classes.body}>
        <FileProblems title={t('importing.problems')} problems={problems} isBad />
        <FileProblems title={t('importing.fileNotes')} problems={notes} />
        {current ? (
          <LayerChoicesForm key={current.key} layer={current} />
        ) : (
          <p className={classes.section}>{t('importing.nothing')}</p>
        )}
      </div>
      <ImportFooter />
    </>
  );
}

interface FileProblemsProps {
  readonly title: string;
  readonly problems: readonly Problem[];
  readonly isBad?: boolean;
}

function FileProblems({ title, problems, isBad = false }: FileProblemsProps) {
  const { t } = useTexts();
  if (problems.length === 0) return null;
  return (
    <section
      className={classes.section}
      aria-label={title}
      data-testid={isBad ? 'import-problems' : 'import-file-notes'}
    >
      <strong className={isBad ? classes.bad : undefined}>{title}</strong>
      <ul className={classes.reasons}>
        {problems.map((found) => (
          <li key={JSON.stringify(found)}>{explainProblem(found, t)}</li>
        ))}
      </ul>
    </section>
  );
}
