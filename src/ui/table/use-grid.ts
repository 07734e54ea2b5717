/** The table of a layer or of a rule's findings, with the way between its rows and what they stand for. */
import { useEffect, useMemo, useState } from 'react';
import type { StreetAnswer } from '../../checks/street-of.ts';
import type { RowPlaces } from '../../engine/feature-sets.ts';
import type { Finding, RuleId } from '../../model/findings.ts';
import type { Grid } from '../../model/grid/grid.ts';
import { createCaseFacts } from '../../reports/case-facts.ts';
import { buildFindingsGrid } from '../../reports/findings-grid.ts';
import { buildLayerGrid } from '../../reports/layer-grid.ts';
import { useCommands, useTexts, useView, useWorkspace } from '../app-context.tsx';
import { titleOfFinding } from '../findings/finding-title.ts';
import { nextTurn } from '../next-turn.ts';
import { unitOf } from '../store/layer-features.ts';
import { type TableName, tableKey } from '../store/table-store.ts';
import type { Target } from '../store/view-store.ts';
import { nameStreets, useLayerFacts } from './use-layer-facts.ts';

export interface GridSource {
  readonly key: string;
  readonly title: string;
  /** Under what its columns are remembered. */
  readonly layoutKey: string;
  readonly grid: Grid;
  /** 1 for rows outside the scope, and those that time or an area hide on the map. */
  readonly hidden: Uint8Array | undefined;
  targetOf(row: number): Target;
  rowOf(target: Target): number | undefined;
  /** The features that rows stand for, by layer: what is not among them is hidden when the map follows the table. */
  masksFor(rows: Uint32Array): ReadonlyMap<string, Uint8Array>;
  /** Where the engine finds the place of each of these rows. */
  placesOf(rows: Uint32Array): RowPlaces;
  /** The column by which a row is called. */
  readonly nameKey: string;
}

/** Undefined while there is nothing to show yet, and for a layer or rule that is not there. */
export function useGrid(name: TableName | undefined): GridSource | undefined {
  const layer = useLayerGrid(name?.type === 'layer' ? name.layer : undefined);
  const rule = useFindingsGrid(name?.type === 'rule' ? name.rule : undefined);
  return layer ?? rule;
}

function useLayerGrid(layer: string | undefined): GridSource | undefined {
  const { t, language } = useTexts();
  const features = useWorkspace((state) => state.features);
  const found = layer === undefined ? undefined : features.get(layer);
  const facts = useLayerFacts(found);
  const outside = useView((state) => (layer === undefined ? undefined : state.scopeMembers?.outside.get(layer)));
  const byTime = useView((state) => (layer === undefined ? undefined : state.masks.time?.get(layer)));
  const byArea = useView((state) => (layer === undefined ? undefined : state.masks.area?.get(layer)));
  const streets = useMemo(() => nameStreets(facts?.streets, features, t), [facts, features, t]);
  const grid = useMemo(() => {
    if (!found) return undefined;
    const { kind } = found.layer;
    return buildLayerGrid({ kind, batch: found.batch, streets, sizes: facts?.sizes, translate: t, language });
  }, [found, streets, facts, t, language]);
  return useMemo(() => {
    if (!found || !grid) return undefined;
    const { layer: own, batch } = found;
    return {
      key: tableKey({ type: 'layer', layer: own.id }),
      title: own.title,
      layoutKey: own.kind,
      grid,
      hidden: joinHidden(grid.count, [outside, byTime, byArea]),
      targetOf: (row) => ({ type: 'feature', subject: { layer: own.id, feature: batch.ids[row]! } }),
      rowOf: (target) =>
        target.type === 'feature' && target.subject.layer === own.id
          ? found.indexOf(target.subject.feature)
          : undefined,
      masksFor(rows) {
        const mask = new Uint8Array(grid.count).fill(1);
        for (const row of rows) mask[row] = 0;
        return new Map([[own.id, mask]]);
      },
      placesOf: (rows) => ({ of: 'layer', layer: own.id, features: Array.from(rows, (row) => batch.ids[row]!) }),
      nameKey: 'name',
    };
  }, [found, grid, outside, byTime, byArea]);
}

function useFindingsGrid(rule: RuleId | undefined): GridSource | undefined {
  const { t } = useTexts();
  const { streetsOf } = useCommands();
  const check = useWorkspace((state) => state.check);
  const features = useWorkspace((state) => state.features);
  const isReady = useWorkspace((state) => state.phase === 'ready');
  const members = useView((state) => state.scopeMembers);
  const findings = useMemo(() => check?.findings.filter((finding) => finding.rule === rule) ?? [], [check, rule]);
  const cases = useWorkspace((state) => state.document?.cases);
  const asOf = check?.asOf ?? '';
  const caseOf = useMemo(() => cases && createCaseFacts({ cases }, asOf), [cases, asOf]);
  const [answer, setAnswer] = useState<{ readonly of: readonly Finding[]; readonly streets: StreetAnswer }>();
  const [built, setBuilt] = useState<{ readonly of: readonly Finding[]; readonly grid: Grid }>();

  useEffect(() => {
    if (rule === undefined || !isReady) return;
    let isCurrent = true;
    const places = Float64Array.from(findings.flatMap(({ at }) => at));
    void streetsOf({ places }).then((streets) => {
      if (isCurrent && streets.ok) setAnswer({ of: findings, streets: streets.value });
    });
    return () => {
      isCurrent = false;
    };
  }, [rule, findings, isReady, streetsOf]);

  const streets = useMemo(
    () => (answer?.of === findings ? nameStreets(answer.streets, features, t) : undefined),
    [answer, findings, features, t],
  );
  useEffect(() => {
    if (rule === undefined) return;
    const stop = new AbortController();
    const ownersOf = ({ subjects }: Finding) => subjects.flatMap((subject) => unitOf(features, subject) ?? []);
    const titleOf = (finding: Finding) => titleOfFinding(finding, features, t);
    buildFindingsGrid(
      { findings, streets, translate: t, titleOf, ownersOf, caseOf },
      { signal: stop.signal, pause: nextTurn },
    ).then(
      (grid) => !stop.signal.aborted && setBuilt({ of: findings, grid }),
      () => undefined,
    );
    return () => stop.abort();
  }, [rule, findings, features, streets, caseOf, t]);

  return useMemo(() => {
    if (rule === undefined || built?.of !== findings) return undefined;
    let rows: Map<string, number> | undefined;
    return {
      key: tableKey({ type: 'rule', rule }),
      title: t(`rule.${rule}`),
      layoutKey: rule,
      grid: built.grid,
      hidden: members && Uint8Array.from(findings, (finding) => Number(!members.hasFinding(finding))),
      targetOf: (row) => ({ type: 'finding', id: findings[row]!.id }),
      rowOf(target) {
        if (target.type !== 'finding') return undefined;
        rows ??= new Map(findings.map(({ id }, row) => [id, row]));
        return rows.get(target.id);
      },
      masksFor(shown) {
        const masks = new Map<string, Uint8Array>();
        for (const row of shown) {
          for (const { layer, feature } of findings[row]!.subjects) {
            const found = features.get(layer);
            const index = found?.indexOf(feature);
            if (!found || index === undefined) continue;
            const mask = masks.get(layer) ?? new Uint8Array(found.batch.ids.length).fill(1);
            masks.set(layer, mask);
            mask[index] = 0;
          }
        }
        return masks;
      },
      placesOf: (shown) => ({ of: 'findings', findings: Array.from(shown, (row) => findings[row]!.id) }),
      nameKey: 'subjects',
    };
  }, [rule, built, findings, features, members, t]);
}

/** Undefined where nothing hides. Masks of another length belong to features that are being replaced. */
function joinHidden(count: number, masks: readonly (Uint8Array | undefined)[]): Uint8Array | undefined {
  const fitting = masks.filter((mask) => mask?.length === count);
  if (fitting.length < 2) return fitting[0];
  return Uint8Array.from({ length: count }, (_, row) => Number(fitting.some((mask) => mask?.[row] === 1)));
}
