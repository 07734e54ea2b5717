/** How a draft looks while it is drawn: the patrol zone's own blue, vertices as white dots. Numbers are pixels. */
import type { TerraDrawPolygonMode, TerraDrawSelectMode } from 'terra-draw';

type PolygonStyles = NonNullable<NonNullable<ConstructorParameters<typeof TerraDrawPolygonMode>[0]>['styles']>;
type SelectStyles = NonNullable<NonNullable<ConstructorParameters<typeof TerraDrawSelectMode>[0]>['styles']>;

const BLUE = '#1D4ED8';
const WHITE = '#FFFFFF';
/** Only the snap mark: it must not be taken for a vertex that is there. */
const ORANGE = '#E8590C';

export const POLYGON_STYLES: PolygonStyles = {
  fillColor: BLUE,
  fillOpacity: 0.12,
  outlineColor: BLUE,
  outlineWidth: 2.5,
  closingPointColor: WHITE,
  closingPointWidth: 6,
  closingPointOutlineColor: BLUE,
  closingPointOutlineWidth: 2.5,
  coordinatePointColor: WHITE,
  coordinatePointWidth: 4,
  coordinatePointOutlineColor: BLUE,
  coordinatePointOutlineWidth: 2,
  snappingPointColor: WHITE,
  snappingPointWidth: 6,
  snappingPointOutlineColor: ORANGE,
  snappingPointOutlineWidth: 3,
};

export const SELECT_STYLES: SelectStyles = {
  selectedPolygonColor: BLUE,
  selectedPolygonFillOpacity: 0.12,
  selectedPolygonOutlineColor: BLUE,
  selectedPolygonOutlineWidth: 2.5,
  selectionPointColor: WHITE,
  selectionPointWidth: 5,
  selectionPointOutlineColor: BLUE,
  selectionPointOutlineWidth: 2,
  midPointColor: BLUE,
  midPointWidth: 3,
  midPointOutlineColor: WHITE,
  midPointOutlineWidth: 1.5,
};
