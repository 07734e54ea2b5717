/** Unswept roads and the uncovered bare soil beside them, a row a pair, for the ledger: each leads to the road's finding. */
import type { Subject } from '../core/subject.ts';
import type { CheckResult } from '../model/findings.ts';
import type { RoadsideSoil } from '../model/roadside-soil.ts';
import { column, type Wording } from './findings-table.ts';
import type { StreetOf } from './ledger-tables.ts';
import { roundDegrees, roundMeters } from './rounding.ts';
import type { LinkedTable } from './table.ts';

/** In the order of the findings, of one the nearest soil first. The street is that of the soil. O(findings + pairs). */
export function roadsideTable(
  { pairs }: RoadsideSoil,
  { findings }: Pick<CheckResult, 'findings'>,
  streetOf: StreetOf,
  wording: Wording,
): LinkedTable {
  const { translate, describe } = wording;
  // The columns say which of the two it is.
  const nameOf = (subject: Subject) => describe(subject).name ?? subject.feature;
  const title = translate('rule.road-unswept');
  const roads = findings.filter(({ rule }) => rule === 'road-unswept');
  const placeOf = new Map(roads.map(({ id }, row) => [id, row]));
  return {
    title: translate('report.roadside'),
    columns: [
      column('id', 'text', translate),
      column('road', 'text', translate),
      column('unsweptMeters', 'number', translate),
      column('soil', 'text', translate),
      column('soilOwner', 'text', translate),
      column('street', 'text', translate),
      column('distanceMeters', 'number', translate),
      column('areaSquareMeters', 'number', translate),
      column('longitude', 'degrees', translate),
      column('latitude', 'degrees', translate),
      column('soilId', 'text', translate),
    ],
    rows: pairs.flatMap(({ finding, soil, distanceMeters, areaSquareMeters, at }) => {
      const row = placeOf.get(finding);
      const road = row === undefined ? undefined : roads[row];
      if (row === undefined || !road) return [];
      const { lengthMeters } = road.measures;
      return [
        [
          { text: finding, table: title, row },
          road.subjects.map(nameOf).join(translate('report.listSeparator')),
          lengthMeters === undefined ? null : roundMeters(lengthMeters),
          nameOf(soil),
          describe(soil).owner ?? null,
          streetOf({ at, subjects: [soil] }) ?? null,
          roundMeters(distanceMeters),
          areaSquareMeters === undefined ? null : roundMeters(areaSquareMeters),
          roundDegrees(at[0]),
          roundDegrees(at[1]),
          soil.feature,
        ],
      ];
    }),
  };
}
