/** What a drawn area leaves as geodata: the area itself with its sums, and what was counted in it, layer by layer. */
import type { AreaCount } from '../../checks/area-count.ts';
import { SQUARE_METERS_PER_MU } from '../../i18n/format.ts';
import type { Translate } from '../../i18n/translate.ts';
import { roundMeters, roundTo } from '../../reports/rounding.ts';
import type { FeatureExport } from '../exporting/feature-export.ts';

/** The area first. A feature goes whole, as its layer has it, wherever any part of it lies inside. O(layers). */
export function areaSets(
  ground: GeoJSON.Polygon,
  { areaSquareMeters, inside }: AreaCount,
  titleOf: (layer: string) => string,
  t: Translate,
): FeatureExport['sets'] {
  const layers = Object.entries(inside);
  const title = t('exporting.area.ground');
  const columns = [
    { key: 'name', type: 'text', header: t('field.name') },
    { key: 'areaMu', type: 'number', header: t('exporting.area.mu') },
    { key: 'area', type: 'number', header: t('exporting.area.squareMeters') },
    ...layers.map(
      ([layer]) =>
        ({
          key: `count ${layer}`,
          type: 'count',
          header: t('exporting.area.count', { title: titleOf(layer) }),
        }) as const,
    ),
  ] as const;
  const row = [
    title,
    roundTo(areaSquareMeters / SQUARE_METERS_PER_MU, 1e3),
    roundMeters(areaSquareMeters),
    ...layers.map(([, features]) => features.length),
  ];
  return [
    { of: 'table', table: { title, columns, rows: [row] }, places: { of: 'shapes', shapes: [ground] } },
    ...layers.map(([layer, features]) => ({ of: 'layer', layer, features }) as const),
  ];
}
