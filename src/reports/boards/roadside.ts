/** Unswept stretches of road with the uncovered bare soil beside them: a row a stretch, and all of them together. */
import { subjectKey } from '../../core/subject.ts';
import { formatArea, formatLength } from '../../i18n/format.ts';
import type { Finding } from '../../model/findings.ts';
import type { RoadsidePair } from '../../model/roadside-soil.ts';
import { findInForce } from '../../rules/thresholds.ts';
import { citeThreshold } from '../cite-rule.ts';
import { type Board, type BoardCell, type BoardRow, countCell, textCell } from './board.ts';
import { type BoardFacts, isJudged } from './board-facts.ts';

interface Stretch {
  readonly finding: Finding;
  readonly pairs: readonly RoadsidePair[];
  /** Undefined where none of the patches is an area. */
  readonly areaSquareMeters: number | undefined;
  readonly nearestMeters: number;
}

/**
 * The most soil first; equal ones by the nearest, then as the check has them. Soil beside two stretches stands at both,
 * and once in the sum, which is of all stretches, listed or not. O(findings + pairs).
 */
export function roadsideBoard(limit: number, facts: BoardFacts): Board {
  const { t, language, group, lookup, check, roadsideSoil } = facts;
  const stretches = listStretches(facts);
  const nameOf = ({ subjects: [road] }: Finding) =>
    (road && (lookup.fieldOf(road, 'name') ?? lookup.fieldOf(road, 'code') ?? road.feature)) ?? '';
  const area = (squareMeters: number | undefined): BoardCell =>
    squareMeters === undefined
      ? textCell(undefined)
      : { text: formatArea(squareMeters, language, 'short'), value: squareMeters };
  const length = (meters: number | undefined): BoardCell =>
    meters === undefined ? textCell(undefined) : { text: formatLength(meters), value: meters };
  const rows = stretches.slice(0, limit).map(({ finding, pairs, areaSquareMeters, nearestMeters }): BoardRow => {
    const { street } = group(finding);
    const name = nameOf(finding);
    return {
      cells: [
        textCell(street === undefined ? name : t('boards.roadside.road', { name, street })),
        length(finding.measures.lengthMeters),
        countCell(pairs.length),
        area(areaSquareMeters),
        length(nearestMeters),
        textCell(ownersOf(pairs, facts).join(t('report.listSeparator')) || undefined),
      ],
    };
  });
  const all = stretches.flatMap(({ pairs }) => pairs);
  const unmeasured = onePerPatch(all).filter(({ areaSquareMeters }) => areaSquareMeters === undefined).length;
  const unknown = roadsideSoil?.unknownPatches ?? 0;
  const total: BoardRow = {
    mark: 'total',
    cells: [
      textCell(t('boards.roadside.total', { count: stretches.length })),
      length(stretches.reduce((sum, { finding }) => sum + (finding.measures.lengthMeters ?? 0), 0)),
      countCell(onePerPatch(all).length),
      area(groundOf(all)),
      length(stretches.length > 0 ? Math.min(...stretches.map(({ nearestMeters }) => nearestMeters)) : undefined),
      textCell(undefined),
    ],
  };
  return {
    title: t('boards.roadside.title'),
    content: {
      type: 'table',
      columns: [
        { key: 'road', header: t('boards.roadside.column.road'), type: 'text' },
        { key: 'length', header: t('boards.roadside.column.length'), type: 'number' },
        { key: 'patches', header: t('boards.roadside.column.patches'), type: 'count' },
        { key: 'area', header: t('boards.roadside.column.area'), type: 'number' },
        { key: 'nearest', header: t('boards.roadside.column.nearest'), type: 'number' },
        { key: 'owners', header: t('boards.roadside.column.owners'), type: 'text' },
      ],
      rows: stretches.length > 0 ? [...rows, total] : [],
    },
    notes: [
      ...(stretches.length > limit ? [t('boards.rest', { count: stretches.length - limit })] : []),
      t('boards.roadside.note.pairs', { distance: formatLength(roadsideSoil?.withinMeters ?? Number.NaN) }),
      t('boards.roadside.note.order'),
      ...(unmeasured > 0 ? [t('boards.roadside.note.unmeasured', { count: unmeasured })] : []),
      ...(unknown > 0 ? [t('boards.roadside.note.unknown', { count: unknown })] : []),
      t('boards.note.open'),
      t('boards.note.asOf', { time: check.asOf }),
    ],
    sources: citeDistance(facts),
    ...nothingIn(stretches, facts),
  };
}

function listStretches({ findings, roadsideSoil }: BoardFacts): Stretch[] {
  const byFinding = new Map<string, RoadsidePair[]>();
  for (const pair of roadsideSoil?.pairs ?? []) {
    const same = byFinding.get(pair.finding);
    if (same) same.push(pair);
    else byFinding.set(pair.finding, [pair]);
  }
  return findings
    .flatMap((finding): Stretch[] => {
      const pairs = byFinding.get(finding.id);
      const nearestMeters = pairs?.[0]?.distanceMeters;
      return pairs && nearestMeters !== undefined
        ? [{ finding, pairs, areaSquareMeters: groundOf(pairs), nearestMeters }]
        : [];
    })
    .sort((a, b) => (b.areaSquareMeters ?? 0) - (a.areaSquareMeters ?? 0) || a.nearestMeters - b.nearestMeters);
}

const onePerPatch = (pairs: readonly RoadsidePair[]): RoadsidePair[] => [
  ...new Map(pairs.map((pair) => [subjectKey(pair.soil), pair])).values(),
];

function groundOf(pairs: readonly RoadsidePair[]): number | undefined {
  const known = onePerPatch(pairs).flatMap(({ areaSquareMeters }) => areaSquareMeters ?? []);
  return known.length === 0 ? undefined : known.reduce((sum, own) => sum + own, 0);
}

/** Of the soil, each once, the nearest first. */
function ownersOf(pairs: readonly RoadsidePair[], { lookup }: BoardFacts): string[] {
  return [...new Set(pairs.flatMap(({ soil }) => lookup.fieldOf(soil, 'owner') ?? []))];
}

function citeDistance({ document, t, language }: BoardFacts): string[] {
  const threshold = findInForce(document.rulePack, 'roadsideSoilMeters');
  if (!threshold) return [];
  const { value, tag, source } = citeThreshold(threshold, t, language);
  return [t('boards.source', { value, tag, source })];
}

function nothingIn(stretches: readonly Stretch[], facts: BoardFacts): { nothing?: string } {
  const { t, roadsideSoil } = facts;
  if (!isJudged(facts, 'road-unswept')) return { nothing: t('boards.notJudged', { rule: t('rule.road-unswept') }) };
  if (stretches.length > 0) return {};
  return { nothing: t('boards.roadside.none', { distance: formatLength(roadsideSoil?.withinMeters ?? Number.NaN) }) };
}
