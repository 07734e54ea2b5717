/** Which findings get slips: from where they are taken, narrowed by rule, street and unit. */
import { useEffect, useMemo, useState } from 'react';
import { subjectKey } from '../../core/subject.ts';
import { listClosed } from '../../model/cases.ts';
import { valueAt } from '../../model/feature-batch.ts';
import type { Finding, RuleId } from '../../model/findings.ts';
import { NO_FILTER } from '../../model/grid/filter-grid.ts';
import type { StreetColumn } from '../../reports/layer-grid.ts';
import { useCommands, useTables, useTexts, useView, useWorkspace } from '../app-context.tsx';
import { useRuleGroups } from '../findings/use-rule-groups.ts';
import { unitOf } from '../store/layer-features.ts';
import { EMPTY_QUERY, tableKey } from '../store/table-store.ts';
import { useGrid } from '../table/use-grid.ts';
import { nameStreets } from '../table/use-layer-facts.ts';
import { useShownRows } from '../table/use-shown-rows.ts';

export const SLIP_SOURCES = ['all', 'list', 'table', 'selection'] as const;
export type SlipSource = (typeof SLIP_SOURCES)[number];

export interface SlipFilter {
  readonly source: SlipSource;
  /** Empty: all. */
  readonly rules: readonly RuleId[];
  /** Undefined: all; the empty text stands for what lies in no street. */
  readonly street: string | undefined;
  readonly unit: string | undefined;
}
export const ALL_FINDINGS: SlipFilter = { source: 'all', rules: [], street: undefined, unit: undefined };

export interface SlipChoice {
  /** In the order of the check; only those that are open and whose case is not closed. */
  readonly findings: readonly Finding[];
  /** Left out because a case says that they are settled. */
  readonly closedCount: number;
  /** How many different streets they lie in, those in none counted as one; undefined while that is worked out. */
  readonly streetCount: number | undefined;
  readonly rules: readonly RuleId[];
  readonly streets: readonly string[];
  readonly units: readonly string[];
}

/** O(findings); streets come from the engine. */
export function useSlipChoice({ source, rules, street, unit }: SlipFilter): SlipChoice {
  const pool = useSource(source);
  const document = useWorkspace((state) => state.document);
  const features = useWorkspace((state) => state.features);
  const open = useMemo(() => pool.filter(({ status }) => status === 'open'), [pool]);
  const closed = useMemo(() => listClosed(document ?? {}), [document]);
  const standing = useMemo(() => open.filter(({ id }) => !closed.has(id)), [open, closed]);
  const streetOf = useStreetOf(standing);
  const units = useMemo(() => {
    const names = new Map<Finding, readonly string[]>();
    for (const finding of standing)
      names.set(
        finding,
        finding.subjects.flatMap((subject) => unitOf(features, subject) ?? []),
      );
    return names;
  }, [standing, features]);
  return useMemo(() => {
    const findings = standing.filter(
      (finding) =>
        (rules.length === 0 || rules.includes(finding.rule)) &&
        (street === undefined || streetOf?.(finding) === street) &&
        (unit === undefined || units.get(finding)?.includes(unit) === true),
    );
    return {
      findings,
      closedCount: open.length - standing.length,
      streetCount: streetOf && new Set(findings.map(streetOf)).size,
      rules: [...new Set(standing.map(({ rule }) => rule))],
      streets: streetOf ? [...new Set(standing.map(streetOf))].filter((name) => name !== '').sort() : [],
      units: [...new Set([...units.values()].flat())].sort(),
    };
  }, [open, standing, rules, street, unit, streetOf, units]);
}

const NONE: readonly Finding[] = [];

function useSource(source: SlipSource): readonly Finding[] {
  const check = useWorkspace((state) => state.check);
  const groups = useRuleGroups(source === 'list' ? check : undefined);
  const selected = useWorkspace((state) => state.findingById);
  const selection = useView((state) => state.selection);
  const inTable = useTableFindings(source === 'table');
  return useMemo(() => {
    if (source === 'all') return check?.findings ?? NONE;
    if (source === 'list') {
      const shown = new Set(groups.flatMap(({ findings }) => findings.map(({ id }) => id)));
      return check?.findings.filter(({ id }) => shown.has(id)) ?? NONE;
    }
    if (source === 'table') return inTable;
    if (!selection) return NONE;
    if (selection.type === 'finding') return selected.has(selection.id) ? [selected.get(selection.id)!] : NONE;
    const key = subjectKey(selection.subject);
    return check?.findings.filter(({ subjects }) => subjects.some((one) => subjectKey(one) === key)) ?? NONE;
  }, [source, check, groups, inTable, selection, selected]);
}

/** What the open table shows: its findings, or those about its features. */
function useTableFindings(isAsked: boolean): readonly Finding[] {
  const check = useWorkspace((state) => state.check);
  const open = useTables((state) => (isAsked ? state.open : undefined));
  const query = useTables((state) => (open ? (state.queries[tableKey(open)] ?? EMPTY_QUERY) : EMPTY_QUERY));
  const grid = useGrid(open);
  const { rows } = useShownRows(grid, open ? query.filter : NO_FILTER, NO_SORTS);
  return useMemo(() => {
    if (!grid || !rows || !check) return NONE;
    const ids = new Set<string>();
    const keys = new Set<string>();
    for (const row of rows) {
      const target = grid.targetOf(row);
      if (target.type === 'finding') ids.add(target.id);
      else keys.add(subjectKey(target.subject));
    }
    return check.findings.filter(
      ({ id, subjects }) => ids.has(id) || (keys.size > 0 && subjects.some((one) => keys.has(subjectKey(one)))),
    );
  }, [grid, rows, check]);
}
const NO_SORTS: readonly never[] = [];

/** The empty text for what lies in none. Undefined until the engine has answered, and where nothing divides the district. */
function useStreetOf(findings: readonly Finding[]): ((finding: Finding) => string) | undefined {
  const { t } = useTexts();
  const { streetsOf } = useCommands();
  const features = useWorkspace((state) => state.features);
  const isReady = useWorkspace((state) => state.phase === 'ready');
  const [answer, setAnswer] = useState<{
    readonly of: readonly Finding[];
    readonly column: StreetColumn | undefined;
  }>();
  useEffect(() => {
    if (!isReady) return;
    let isCurrent = true;
    void streetsOf({ places: Float64Array.from(findings.flatMap(({ at }) => at)) }).then((streets) => {
      if (!isCurrent || !streets.ok) return;
      setAnswer({ of: findings, column: nameStreets(streets.value, features, t) });
    });
    return () => {
      isCurrent = false;
    };
  }, [findings, isReady, streetsOf, features, t]);
  return useMemo(() => {
    if (answer?.of !== findings || !answer.column) return undefined;
    const { names } = answer.column;
    const byFinding = new Map(findings.map((finding, row) => [finding, String(valueAt(names, row) ?? '')]));
    return (finding: Finding) => byFinding.get(finding) ?? '';
  }, [answer, findings]);
}
