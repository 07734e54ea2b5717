/** 月度: this month against one before – totals, ranking, proposals – and the findings behind every number. */
import { SegmentedControl, Select } from '@mantine/core';
import { useMemo, useRef, useState } from 'react';
import { explainProblem } from '../../../i18n/explain.ts';
import { keptMonths } from '../../../model/months.ts';
import type { WorkspaceDocument } from '../../../model/workspace.ts';
import type { MonthChoice } from '../../../reports/months/document-months.ts';
import type { MonthReport } from '../../../reports/months/month-report.ts';
import { useKeeping, useTexts, useWorkspace } from '../../app-context.tsx';
import draw from '../../draw/draw.module.css';
import { ChangeRows } from './ChangeRows.tsx';
import { CountingRules } from './CountingRules.tsx';
import { ExportMonths } from './ExportMonths.tsx';
import { KeptMonths } from './KeptMonths.tsx';
import { MonthTotals } from './MonthTotals.tsx';
import type { Opened } from './months-pane-types.ts';
import { NoticesPart } from './NoticesPart.tsx';
import { TallyRows } from './TallyRows.tsx';
import { useMonthReport } from './use-month-report.ts';

const NOW = 'now';
const PARTS = ['rule', 'street', 'owner', 'notices'] as const;
type Part = (typeof PARTS)[number];

export function MonthsPane() {
  const document = useWorkspace((state) => state.document);
  return document ? <Months document={document} /> : null;
}

function Months({ document }: { readonly document: WorkspaceDocument }) {
  const { t } = useTexts();
  const canEdit = useKeeping((state) => state.role === 'editor');
  const [asked, setAsked] = useState<MonthChoice>({});
  // A month that was removed, or whose keeping was undone, is not asked for any more.
  const choice = useMemo(() => {
    const kept = keptMonths(document);
    const there = Object.entries(asked).filter(([, month]) => kept.includes(month));
    return Object.fromEntries(there) as MonthChoice;
  }, [asked, document]);
  const report = useMonthReport(choice);
  const [opened, setOpened] = useState<Opened>();
  const [part, setPart] = useState<Part>('street');
  const pressed = useRef<Element | null>(null);
  const open = (next: Opened) => {
    pressed.current = globalThis.document.activeElement;
    setOpened(next);
  };
  // What was looked at stays as it was under the list: its scroll, its forms, and the number that was pressed.
  const close = () => {
    setOpened(undefined);
    requestAnimationFrame(() => pressed.current instanceof HTMLElement && pressed.current.focus());
  };
  return (
    <>
      <div hidden={opened !== undefined}>
        <div className={draw.section}>
          <KeptMonths document={document} canEdit={canEdit} />
        </div>
        <div className={draw.section}>
          <MonthSelects
            document={document}
            choice={choice}
            report={report?.ok ? report.value : undefined}
            onChoose={setAsked}
          />
          {report && !report.ok && (
            <p className={draw.notice} role="status" data-testid="months-problem">
              {explainProblem(report.problem, t)}
            </p>
          )}
          {report?.ok && !report.value.compared.sameRules && <p className={draw.notice}>{t('monthly.otherRules')}</p>}
          {report?.ok && <MonthTotals report={report.value} onOpen={open} />}
        </div>
        {report?.ok && (
          <div className={draw.section}>
            <SegmentedControl
              fullWidth
              size="xs"
              value={part}
              onChange={(value) => setPart(value as Part)}
              aria-label={t('monthly.parts')}
              data={PARTS.map((value) => ({ value, label: t(`monthly.part.${value}`) }))}
              data-testid="months-parts"
            />
            {part === 'notices' ? (
              <NoticesPart report={report.value} decisions={document.decisions ?? []} canEdit={canEdit} onOpen={open} />
            ) : (
              <TallyRows key={part} report={report.value} of={part} onOpen={open} />
            )}
            <div className={draw.actions}>
              <ExportMonths report={report.value} choice={choice} decisions={document.decisions ?? []} />
            </div>
            <CountingRules report={report.value} />
          </div>
        )}
      </div>
      {opened && report?.ok && <ChangeRows report={report.value} choice={choice} opened={opened} onBack={close} />}
    </>
  );
}

interface MonthSelectsProps {
  readonly document: WorkspaceDocument;
  readonly choice: MonthChoice;
  readonly report: MonthReport | undefined;
  readonly onChoose: (choice: MonthChoice) => void;
}

function MonthSelects({ document, choice, report, onChoose }: MonthSelectsProps) {
  const { t } = useTexts();
  const months = keptMonths(document);
  if (months.length === 0) return null;
  const after = choice.after ?? NOW;
  const before = choice.before ?? report?.before ?? null;
  return (
    <div className={draw.pair}>
      <Select
        size="xs"
        label={t('monthly.before')}
        data={months.filter((month) => after === NOW || month < after)}
        value={before}
        onChange={(month) => month && onChoose({ ...choice, before: month })}
        allowDeselect={false}
        data-testid="months-before"
      />
      <Select
        size="xs"
        label={t('monthly.after')}
        data={[{ value: NOW, label: t('monthly.now') }, ...months.map((month) => ({ value: month, label: month }))]}
        value={after}
        onChange={(month) => month && onChoose(month === NOW ? {} : { after: month })}
        allowDeselect={false}
        data-testid="months-after"
      />
    </div>
  );
}
