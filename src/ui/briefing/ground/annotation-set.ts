/** A scene's annotations as geodata: arrows as lines to what they point at, rings as areas, words as points. */
import { ringPolygon } from '../../../briefing/ground/ring-shape.ts';
import { measureSegment } from '../../../geo/measure-path.ts';
import type { Translate } from '../../../i18n/translate.ts';
import type { Scene, SceneAnnotation } from '../../../model/scene.ts';
import { roundMeters, roundTo } from '../../../reports/rounding.ts';
import type { TableCell } from '../../../reports/table.ts';
import type { FeatureExport } from '../../exporting/feature-export.ts';

const KEYS = ['text', 'type', 'scene', 'length', 'bearing', 'radius'] as const;

/** In the order they were placed. A ring has 96 corners: within 0.05% of its radius. O(annotations). */
export function annotationSet(
  scene: Pick<Scene, 'title'>,
  annotations: readonly SceneAnnotation[],
  t: Translate,
): FeatureExport['sets'][number] {
  const columns = KEYS.map((key) => ({
    key,
    type: key === 'text' || key === 'type' || key === 'scene' ? ('text' as const) : ('number' as const),
    header: t(`exporting.annotation.${key}`),
  }));
  const rows = annotations.map((annotation): TableCell[] => [
    annotation.text?.trim() || null,
    t(`ground.type.${annotation.type}`),
    scene.title,
    ...measuresOf(annotation),
  ]);
  return {
    of: 'table',
    table: { title: t('ground.annotations'), columns, rows },
    places: { of: 'shapes', shapes: annotations.map(shapeOf) },
    nameKey: 'text',
  };
}

/** Length, bearing, radius. */
function measuresOf(annotation: SceneAnnotation): [number | null, number | null, number | null] {
  if (annotation.type === 'ring') return [null, null, roundMeters(annotation.radiusMeters)];
  if (annotation.type === 'text') return [null, null, null];
  const { lengthMeters, bearingDegrees } = measureSegment(annotation.from, annotation.to);
  return [roundMeters(lengthMeters), roundTo(bearingDegrees, 1e2), null];
}

function shapeOf(annotation: SceneAnnotation): GeoJSON.Geometry {
  switch (annotation.type) {
    case 'arrow':
      return { type: 'LineString', coordinates: [[...annotation.from], [...annotation.to]] };
    case 'ring':
      return ringPolygon(annotation.center, annotation.radiusMeters);
    case 'text':
      return { type: 'Point', coordinates: [...annotation.at] };
  }
}
