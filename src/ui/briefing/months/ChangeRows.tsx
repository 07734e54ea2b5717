/** Findings behind a number. One that is there is selected on the map; one that is gone is shown where it was. */
import { Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { explainFinding, explainProblem } from '../../../i18n/explain.ts';
import { formatCount } from '../../../i18n/format.ts';
import { formatParam } from '../../../i18n/format-param.ts';
import type { MonthChoice } from '../../../reports/months/document-months.ts';
import type { ListedChange } from '../../../reports/months/list-changes.ts';
import type { MonthReport } from '../../../reports/months/month-report.ts';
import { useApp, useCommands, useTexts, useView, useWorkspace } from '../../app-context.tsx';
import draw from '../../draw/draw.module.css';
import { titleOf } from '../../store/layer-features.ts';
import { setOverlay } from '../../store/view-store.ts';
import { ghostShapes } from './ghost-shapes.ts';
import classes from './months.module.css';
import type { Opened } from './months-pane-types.ts';
import { useChangeList } from './use-change-list.ts';

/** All are in the export. */
const SHOWN = 200;
const OVERLAY = 'months';

interface ChangeRowsProps {
  readonly report: MonthReport;
  readonly choice: MonthChoice;
  readonly opened: Opened;
  readonly onBack: () => void;
}

export function ChangeRows({ report, choice, opened, onBack }: ChangeRowsProps) {
  const { t } = useTexts();
  const { view } = useApp();
  const list = useChangeList(report, choice, opened.filter, SHOWN);
  const [ghost, setGhost] = useState<string>();
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    back.current?.focus();
    return () => setOverlay(view, OVERLAY, []);
  }, [view]);
  return (
    <section aria-label={opened.title} data-testid="months-list">
      <div className={draw.section}>
        <div className={classes.line}>
          <Button
            ref={back}
            size="compact-sm"
            variant="default"
            leftSection={<IconArrowLeft size={16} />}
            onClick={onBack}
          >
            {t('monthly.back')}
          </Button>
          <h3 className={`${classes.heading} ${classes.grow}`}>
            {opened.title} {list?.ok && <span data-testid="months-list-count">{formatCount(list.value.count)}</span>}
          </h3>
        </div>
        {list && !list.ok && <p className={draw.notice}>{explainProblem(list.problem, t)}</p>}
        {list?.ok && list.value.count > SHOWN && (
          <p className={draw.hint}>{t('monthly.firstRows', { shown: SHOWN, count: list.value.count })}</p>
        )}
      </div>
      <ul className={classes.list}>
        {list?.ok &&
          list.value.changes.map((change) => (
            <li key={change.finding.id}>
              <ChangeRow change={change} isGhost={ghost === change.finding.id} onGhost={setGhost} />
            </li>
          ))}
      </ul>
    </section>
  );
}

interface ChangeRowProps {
  readonly change: ListedChange;
  readonly isGhost: boolean;
  readonly onGhost: (id: string | undefined) => void;
}

function ChangeRow({ change, isGhost, onGhost }: ChangeRowProps) {
  const { t, language } = useTexts();
  const { view } = useApp();
  const { select, zoomToPlace } = useCommands();
  const features = useWorkspace((state) => state.features);
  const isThere = useWorkspace((state) => state.findingById.has(change.finding.id));
  const isSelected = useView(
    ({ selection }) => selection?.type === 'finding' && selection.id === change.finding.id && isThere,
  );
  const { kind, finding, street, owners, measure } = change;
  const subject = finding.subjects[0];
  const kindText = t(`months.change.${kind}`);
  const write = (value: number | undefined) =>
    measure && value !== undefined ? formatParam(measure.name, value, { language, nameOf: () => undefined }) : '—';
  const open = () => {
    if (isThere) {
      onGhost(undefined);
      setOverlay(view, OVERLAY, []);
      return select({ type: 'finding', id: finding.id });
    }
    onGhost(finding.id);
    select(undefined, { zoom: false });
    setOverlay(view, OVERLAY, ghostShapes(finding, features, kindText));
    zoomToPlace(finding.at);
  };
  return (
    <button
      type="button"
      className={classes.change}
      aria-current={isSelected || isGhost}
      onClick={open}
      title={explainFinding(finding, t)}
      data-testid="months-change"
      data-finding={finding.id}
      data-kind={kind}
      data-there={isThere}
    >
      <span className={classes.sign}>{kindText}</span>
      <span className={classes.name}>{subject ? titleOf(features, subject) : t(`rule.${finding.rule}`)}</span>
      <span>
        {measure && (kind === 'worse' || kind === 'better')
          ? `${write(measure.before)} → ${write(measure.after)}`
          : write(measure?.after ?? measure?.before)}
      </span>
      <small>{[t(`rule.${finding.rule}`), street ?? t('months.none.street'), ...owners].join(' · ')}</small>
    </button>
  );
}
