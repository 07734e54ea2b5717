/** Where a finding was that is there no longer: the outline of its place as it is now, and a mark with words. */
import { geometryToGeoJson } from '../../../geo/geometry-column.ts';
import type { OverlayShape } from '../../../map/map-types.ts';
import { isSourceKind } from '../../../model/kinds.ts';
import type { SnapshotFinding } from '../../../reports/months/snapshot.ts';
import type { FeaturesByLayer } from '../../store/layer-features.ts';

const INK = '#1f527f';

/** Of a source its outline, where it is still in the layer; of everything else the place alone. */
export function ghostShapes(
  { at, subjects }: Pick<SnapshotFinding, 'at' | 'subjects'>,
  features: FeaturesByLayer,
  label: string,
): OverlayShape[] {
  const [subject] = subjects;
  const found = subject && features.get(subject.layer);
  const index = subject && found?.indexOf(subject.feature);
  const isSource = found && isSourceKind(found.layer.kind);
  const geometry = isSource && index !== undefined ? geometryToGeoJson(found.batch.geometry, index) : undefined;
  const outline =
    geometry && geometry.type !== 'Point' ? [{ geometry, line: { color: INK, width: 2, dashed: true } }] : [];
  return [
    ...(outline as OverlayShape[]),
    {
      geometry: { type: 'Point', coordinates: [...at] },
      fill: { color: '#ffffff', opacity: 0.9 },
      line: { color: INK, width: 3 },
      radiusPixels: 7,
      label,
    },
  ];
}
