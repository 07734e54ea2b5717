/** What was measured on the map as one feature: a place, a path with its length, an area with its size. */
import type { MeasuredPath } from '../../geo/measure-path.ts';
import { SQUARE_METERS_PER_MU } from '../../i18n/format.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { LonLat } from '../../model/lon-lat.ts';
import { roundDegrees, roundMeters, roundTo } from '../../reports/rounding.ts';
import type { TableCell } from '../../reports/table.ts';
import type { FeatureExport } from '../exporting/feature-export.ts';
import type { MeasureKind } from './measure-shapes.ts';

/** Undefined where there is nothing of the kind yet: no place, a path of one point, an area of two. */
export function measuredSet(
  kind: MeasureKind,
  positions: readonly LonLat[],
  { lengthMeters, areaSquareMeters }: MeasuredPath,
  t: Translate,
): FeatureExport['sets'][number] | undefined {
  const shape = shapeOf(kind, positions);
  const last = positions.at(-1);
  if (!shape || !last) return undefined;
  const title = t(`inspect.kind.${kind}`);
  const figures: readonly (readonly [key: string, value: TableCell])[] =
    kind === 'place'
      ? [
          ['longitude', roundDegrees(last[0])],
          ['latitude', roundDegrees(last[1])],
        ]
      : areaSquareMeters === undefined
        ? [['length', roundMeters(lengthMeters)]]
        : [
            ['mu', roundTo(areaSquareMeters / SQUARE_METERS_PER_MU, 1e3)],
            ['squareMeters', roundMeters(areaSquareMeters)],
            ['perimeter', roundMeters(lengthMeters)],
          ];
  const columns = [
    { key: 'name', type: 'text' as const, header: t('field.name') },
    ...figures.map(([key]) => ({ key, type: 'number' as const, header: t(`exporting.measured.${key}`) })),
  ];
  const rows = [[title, ...figures.map(([, value]) => value)]];
  return { of: 'table', table: { title, columns, rows }, places: { of: 'shapes', shapes: [shape] } };
}

function shapeOf(kind: MeasureKind, positions: readonly LonLat[]): GeoJSON.Geometry | undefined {
  const places = positions.map((at) => [...at]);
  if (kind === 'place') return places.length > 0 ? { type: 'Point', coordinates: places.at(-1)! } : undefined;
  if (kind === 'distance') return places.length > 1 ? { type: 'LineString', coordinates: places } : undefined;
  return places.length > 2 ? { type: 'Polygon', coordinates: [[...places, places[0]!]] } : undefined;
}
