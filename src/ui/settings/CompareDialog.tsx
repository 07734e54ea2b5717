/** Both engines over the whole workspace, side by side: what only one of them found is named. */
import { Button, Loader, Modal, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { EngineComparison } from '../../checks/session-types.ts';
import type { Result } from '../../core/result.ts';
import { explainProblem } from '../../i18n/explain.ts';
import { formatCount } from '../../i18n/format.ts';
import { useApp, useCommands, useTexts, useView, useWorkspace } from '../app-context.tsx';
import { titleOfFinding } from '../findings/finding-title.ts';
import classes from '../findings/findings.module.css';

const MAX_LISTED = 50;

export function CompareDialog() {
  const { t } = useTexts();
  const { view } = useApp();
  const open = useView((state) => state.dialog === 'compare');
  return (
    <Modal
      opened={open}
      onClose={() => view.setState({ dialog: undefined })}
      title={t('app.compare.title')}
      size={560}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      {open && <Comparison />}
    </Modal>
  );
}

function Comparison() {
  const { t } = useTexts();
  const { view } = useApp();
  const { compareEngines } = useCommands();
  const [answer, setAnswer] = useState<Result<EngineComparison>>();
  useEffect(() => {
    const controller = new AbortController();
    void compareEngines(controller.signal).then((result) => {
      if (!controller.signal.aborted) setAnswer(result);
    });
    return () => controller.abort();
  }, [compareEngines]);
  if (!answer) {
    return (
      <Stack align="center" gap="sm" py="md">
        <Loader size="sm" />
        <Text size="sm">{t('app.compare.running')}</Text>
        <Button size="compact-sm" variant="default" onClick={() => view.setState({ dialog: undefined })}>
          {t('app.cancel')}
        </Button>
      </Stack>
    );
  }
  if (!answer.ok) return <Text size="sm">{explainProblem(answer.problem, t)}</Text>;
  return <Outcome comparison={answer.value} />;
}

function Outcome({ comparison }: { comparison: EngineComparison }) {
  const { t } = useTexts();
  const lists = ['onlyFast', 'onlyTurf', 'different', 'near'] as const;
  return (
    <Stack gap="sm" data-testid="comparison">
      <table className={classes.table}>
        <tbody>
          <tr>
            <td>{t('engine.fast')}</td>
            <td>{formatCount(comparison.fast)}</td>
          </tr>
          <tr>
            <td>{t('engine.turf')}</td>
            <td>{formatCount(comparison.turf)}</td>
          </tr>
          {lists.map((name) => (
            <tr key={name}>
              <td>{t(`app.compare.${name}`)}</td>
              <td data-testid={`comparison-${name}`}>{formatCount(comparison[name].length)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {lists.map((name) => (
        <FindingNames key={name} label={t(`app.compare.${name}`)} ids={comparison[name]} />
      ))}
      <Text size="xs" c="dimmed">
        {t('app.compare.hint')}
      </Text>
    </Stack>
  );
}

function FindingNames({ label, ids }: { label: string; ids: readonly string[] }) {
  const { t } = useTexts();
  const { view } = useApp();
  const { select } = useCommands();
  const findings = useWorkspace((state) => state.findingById);
  const features = useWorkspace((state) => state.features);
  if (ids.length === 0) return null;
  return (
    <details>
      <summary>{label}</summary>
      {ids.slice(0, MAX_LISTED).map((id) => {
        const finding = findings.get(id);
        return (
          <button
            key={id}
            type="button"
            className={classes.link}
            disabled={!finding}
            onClick={() => {
              view.setState({ dialog: undefined });
              select({ type: 'finding', id });
            }}
          >
            <span className={classes.name}>
              {finding ? `${t(`rule.${finding.rule}`)} · ${titleOfFinding(finding, features, t)}` : id}
            </span>
          </button>
        );
      })}
    </details>
  );
}
