/** The right panel: totals, the list by rule, and under it what is selected. */
import { ActionIcon, Button, CloseButton, SegmentedControl, TextInput, Tooltip } from '@mantine/core';
import { IconLayoutSidebarRightCollapse, IconSearch } from '@tabler/icons-react';
import { formatArea, formatCount, formatFraction } from '../../i18n/format.ts';
import type { CheckResult } from '../../model/findings.ts';
import { useApp, useCommands, useSettings, useTexts, useView, useWorkspace } from '../app-context.tsx';
import shell from '../shell/shell.module.css';
import { StandingFilter } from '../slips/StandingFilter.tsx';
import type { FindingsList as ListName } from '../store/view-store.ts';
import { CellDetail } from '../time/CellDetail.tsx';
import { FindingsList } from './FindingsList.tsx';
import classes from './findings.module.css';
import type { RuleGroup } from './group-findings.ts';
import { NotesList } from './NotesList.tsx';
import { SelectionDetail } from './SelectionDetail.tsx';
import { UncheckedList } from './UncheckedList.tsx';
import { useRuleGroups } from './use-rule-groups.ts';

export function FindingsPanel() {
  const { t } = useTexts();
  const change = useSettings((settings) => settings.change);
  const check = useWorkspace((state) => state.check);
  const list = useView((state) => state.list);
  const groups = useRuleGroups(check);
  return (
    <aside className={shell.right} aria-label={t('app.findings.title')} data-testid="findings-panel">
      <div className={shell.panelHead}>
        <h2 className={shell.panelTitle}>{t('app.findings.title')}</h2>
        <Tooltip label={`${t('app.panel.close')} ( ] )`}>
          <ActionIcon onClick={() => change({ findingsOpen: false })} aria-label={t('app.panel.close')}>
            <IconLayoutSidebarRightCollapse size={18} />
          </ActionIcon>
        </Tooltip>
      </div>
      {check ? (
        <>
          <Totals check={check} groups={groups} />
          <ListTools check={check} />
          {list === 'findings' && <FindingsList groups={groups} />}
          {list === 'unchecked' && <UncheckedList entries={check.unchecked} />}
          {list === 'notes' && <NotesList notes={check.notes} />}
        </>
      ) : (
        <NoCheck />
      )}
      <SelectionDetail />
      <CellDetail />
    </aside>
  );
}

/** Without findings the panel says why, and what to do. */
function NoCheck() {
  const { t } = useTexts();
  const { recheck } = useCommands();
  const phase = useWorkspace((state) => state.phase);
  return (
    <div className={classes.detailBody}>
      <p className={classes.sentence}>
        {t(phase === 'ready' ? 'app.findings.cancelled' : `app.findings.phase.${phase}`)}
      </p>
      {phase === 'ready' && (
        <div className={classes.actions}>
          <Button size="compact-sm" onClick={recheck}>
            {t('app.findings.recheck')}
          </Button>
        </div>
      )}
    </div>
  );
}

/** The two numbers that a decision hangs on: how many, and how much ground is nobody's. */
function Totals({ check, groups }: { check: CheckResult; groups: readonly RuleGroup[] }) {
  const { t, language } = useTexts();
  const scoped = useView((state) => state.scopeMembers !== undefined);
  const { uncoveredAreaSquareMeters: uncovered, boundaryAreaSquareMeters: boundary } = check.summary;
  const count = groups.reduce((sum, group) => sum + group.count, 0);
  return (
    <div className={classes.totals}>
      <span>
        <strong data-testid="finding-count">{formatCount(count)}</strong>
        {t('app.findings.unit')}
      </span>
      {!scoped && boundary > 0 && (
        <Tooltip
          label={t('app.findings.uncoveredHint', {
            uncoveredSquareMeters: uncovered,
            boundarySquareMeters: boundary,
          })}
        >
          <span>
            {t('app.findings.uncovered')} {formatArea(uncovered, language, 'short')} ·{' '}
            {formatFraction(uncovered / boundary)}
          </span>
        </Tooltip>
      )}
    </div>
  );
}

function ListTools({ check }: { check: CheckResult }) {
  const { t } = useTexts();
  const { view } = useApp();
  const list = useView((state) => state.list);
  const filter = useView((state) => state.filter);
  const label = (name: ListName, count?: number) => ({
    value: name,
    label: (
      <span data-testid={`list-${name}`}>
        {t(`app.list.${name}`)}
        {count === undefined ? '' : ` ${formatCount(count)}`}
      </span>
    ),
  });
  return (
    <div className={classes.tools}>
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label={t('app.list.title')}
        value={list}
        onChange={(value) => view.setState({ list: value as ListName })}
        data={[label('findings'), label('unchecked', check.unchecked.length), label('notes', check.notes.length)]}
      />
      <StandingFilter />
      <TextInput
        size="xs"
        value={filter}
        onChange={(event) => view.setState({ filter: event.currentTarget.value })}
        placeholder={t('app.findings.filter')}
        aria-label={t('app.findings.filter')}
        data-testid="finding-filter"
        leftSection={<IconSearch size={14} />}
        rightSection={
          filter && <CloseButton size="xs" aria-label={t('app.clear')} onClick={() => view.setState({ filter: '' })} />
        }
      />
    </div>
  );
}
