/** Rule groups and their findings as one virtual list: a hundred thousand rows cost what thirty do. */
import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconChevronDown, IconChevronRight, IconCircleCheck, IconEye, IconEyeOff } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react';
import { formatArea, formatCount, formatLength } from '../../i18n/format.ts';
import type { Language, Translate } from '../../i18n/translate.ts';
import { casesByFinding } from '../../model/cases.ts';
import type { Finding, RuleId } from '../../model/findings.ts';
import type { WorkspaceCase } from '../../model/workspace.ts';
import { useApp, useCommands, useSettings, useTexts, useView, useWorkspace } from '../app-context.tsx';
import { FindingSwatch } from '../layers/SwatchIcon.tsx';
import { StandingMark } from '../slips/StandingMark.tsx';
import { toggleIn } from '../store/view-store.ts';
import { titleOfFinding } from './finding-title.ts';
import classes from './findings.module.css';
import { areaOf, type FindingRow, listRows, type RuleGroup } from './group-findings.ts';

export function FindingsList({ groups }: { groups: readonly RuleGroup[] }) {
  const { t } = useTexts();
  const { select } = useCommands();
  const openRules = useView((state) => state.openRules);
  const selectedId = useView((state) => (state.selection?.type === 'finding' ? state.selection.id : undefined));
  const rows = useMemo(() => listRows(groups, openRules), [groups, openRules]);
  const cases = useWorkspace((state) => state.document?.cases);
  const caseOf = useMemo(() => casesByFinding(cases ? { cases } : {}), [cases]);
  const scroller = useRef<HTMLDivElement>(null);
  const rowHeight = useSettings((settings) => (settings.theme === 'projector' ? 42 : 32));
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 12,
  });

  // What was selected comes into view in the list, and stays there when its card takes room below.
  const height = virtual.scrollRect?.height;
  useEffect(() => {
    if (height === undefined) return;
    const index = rows.findIndex((row) => row.type === 'finding' && row.finding.id === selectedId);
    if (index >= 0) virtual.scrollToIndex(index, { align: 'auto' });
  }, [rows, selectedId, virtual, height]);

  const step = (event: KeyboardEvent) => {
    const direction = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (direction === 0) return;
    event.preventDefault();
    const findings = rows.flatMap((row) => (row.type === 'finding' ? [row.finding] : []));
    const current = findings.findIndex((finding) => finding.id === selectedId);
    const next = findings[current < 0 ? 0 : current + direction];
    if (!next) return;
    select({ type: 'finding', id: next.id });
    // The focus goes along, once the row is there.
    requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>('[data-selected="true"]')?.focus());
  };

  return (
    <div ref={scroller} className={classes.scroller}>
      <ul className={classes.canvas} style={{ height: virtual.getTotalSize() }} aria-label={t('app.list.findings')}>
        {virtual.getVirtualItems().map(({ index, key, start }) => {
          const row = rows[index];
          return (
            row && (
              <li key={key} className={classes.item} style={{ transform: `translateY(${start}px)` }}>
                <Row row={row} caseOf={caseOf} onStep={step} />
              </li>
            )
          );
        })}
      </ul>
    </div>
  );
}

type CaseOf = ReturnType<typeof casesByFinding>;

interface RowProps {
  readonly row: FindingRow;
  readonly caseOf: CaseOf;
  readonly onStep: (event: KeyboardEvent) => void;
}

function Row({ row, caseOf, onStep }: RowProps) {
  if (row.type === 'group') return <GroupRow group={row.group} open={row.open} />;
  if (row.type === 'finding')
    return <FindingLine finding={row.finding} own={caseOf.get(row.finding.id)} onStep={onStep} />;
  return <RemarkRow row={row} />;
}

function GroupRow({ group, open }: { group: RuleGroup; open: boolean }) {
  const { t, language } = useTexts();
  const { view } = useApp();
  const hidden = useView((state) => state.hiddenRules.has(group.rule));
  const toggle = () => view.setState((state) => ({ openRules: toggleIn(state.openRules, group.rule) }));
  const measure = measureOfGroup(group, language);
  return (
    <div className={`${classes.row} ${classes.group}`} data-testid={`rule-group-${group.rule}`}>
      <button type="button" className={classes.groupButton} onClick={toggle} aria-expanded={open}>
        {open ? <IconChevronDown size={14} /> : <IconChevronRight size={14} />}
        <FindingSwatch rule={group.rule} />
        <span className={classes.name}>{t(`rule.${group.rule}`)}</span>
        <span className={`${classes.number} ${classes.muted}`}>{measure}</span>
        <span className={`${classes.number} ${classes.count}`} data-testid={`rule-count-${group.rule}`}>
          {formatCount(group.count)}
        </span>
      </button>
      <Tooltip label={t(hidden ? 'app.rule.show' : 'app.rule.hide')}>
        <ActionIcon
          size={24}
          aria-label={t(hidden ? 'app.rule.show' : 'app.rule.hide')}
          aria-pressed={!hidden}
          onClick={() => view.setState((state) => ({ hiddenRules: toggleIn(state.hiddenRules, group.rule) }))}
        >
          {hidden ? <IconEyeOff size={15} /> : <IconEye size={15} />}
        </ActionIcon>
      </Tooltip>
    </div>
  );
}

interface FindingLineProps {
  readonly finding: Finding;
  readonly own: WorkspaceCase | undefined;
  readonly onStep: (event: KeyboardEvent) => void;
}

function FindingLine({ finding, own, onStep }: FindingLineProps) {
  const { t, language } = useTexts();
  const { select, hover } = useCommands();
  const features = useWorkspace((state) => state.features);
  const selected = useView((state) => state.selection?.type === 'finding' && state.selection.id === finding.id);
  const hovered = useView((state) => state.hover?.type === 'finding' && state.hover.id === finding.id);
  const target = { type: 'finding', id: finding.id } as const;
  return (
    <button
      type="button"
      className={`${classes.row} ${finding.status === 'open' ? '' : classes.settled}`}
      data-testid="finding-row"
      data-rule={finding.rule}
      data-finding={finding.id}
      data-selected={selected}
      data-hovered={hovered}
      aria-current={selected}
      onClick={() => select(target)}
      onKeyDown={onStep}
      onPointerEnter={() => hover(target)}
      onPointerLeave={() => hover(undefined)}
    >
      <Severity value={finding.severity} t={t} />
      <span className={classes.name}>{titleOfFinding(finding, features, t)}</span>
      {finding.status !== 'open' && <span className={classes.muted}>{t(`status.${finding.status}`)}</span>}
      {finding.status === 'open' && own && <StandingMark own={own} />}
      <span className={classes.number}>{measureOf(finding, language)}</span>
    </button>
  );
}

function Severity({ value, t }: { value: number; t: Translate }) {
  const label = t('app.findings.severity', { severityFraction: value });
  return (
    <span className={classes.severity} title={label}>
      <i style={{ width: `${Math.max(6, Math.round(value * 100))}%` }} />
    </span>
  );
}

/** Slivers of these are settled all at once. */
const CAN_SETTLE_SLIVERS: ReadonlySet<RuleId> = new Set(['zone-overlap', 'zone-gap']);

/** What is under the thresholds, and a rule that found nothing: both said. */
function RemarkRow({ row }: { row: Extract<FindingRow, { type: 'slivers' | 'clear' }> }) {
  const { t } = useTexts();
  const { view } = useApp();
  const narrowed = useView(
    (state) => state.scopeMembers !== undefined || state.standing !== undefined || state.filter !== '',
  );
  const { slivers, sliverAreaSquareMeters, unchecked } = row.group;
  const text =
    row.type === 'slivers'
      ? t('app.findings.slivers', { count: slivers, areaSquareMeters: sliverAreaSquareMeters })
      : narrowed
        ? t('app.findings.clearHere')
        : unchecked > 0
          ? t('app.findings.clearBut', { count: unchecked })
          : t('app.findings.clear');
  return (
    <div className={`${classes.row} ${classes.passive}`} title={text}>
      {row.type === 'clear' && <IconCircleCheck size={15} />}
      <span className={classes.name}>{text}</span>
      {row.type === 'slivers' && CAN_SETTLE_SLIVERS.has(row.group.rule) && (
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => view.setState({ dialog: 'slivers' })}
          data-testid={`settle-slivers-${row.group.rule}`}
        >
          {t('settle.slivers.open')}
        </Button>
      )}
    </div>
  );
}

function measureOfGroup(group: RuleGroup, language: Language): string {
  if (group.count === 0) return '';
  if (group.areaSquareMeters > 0) return formatArea(group.areaSquareMeters, language, 'short');
  return group.lengthMeters > 0 ? formatLength(group.lengthMeters) : '';
}

/** The one number of a row: the distance where the rule is about distance, else the ground, else the length. */
function measureOf(finding: Finding, language: Language): string {
  const { distanceMeters, lengthMeters } = finding.measures;
  if (finding.rule === 'source-unswept' && distanceMeters !== undefined) return formatLength(distanceMeters);
  const area = areaOf(finding);
  if (area !== undefined && area > 0) return formatArea(area, language, 'short');
  if (lengthMeters !== undefined) return formatLength(lengthMeters);
  return distanceMeters === undefined ? '' : formatLength(distanceMeters);
}
