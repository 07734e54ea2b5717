/** How a sketch looks while terra-draw has it: vertices as white dots, the snap mark; its ground and lines are our own (shape-overlay.ts). Numbers are pixels. */

export const BLUE = '#1D4ED8';
export const WHITE = '#FFFFFF';
/** Only the snap mark: it must not be taken for a vertex that is there. */
export const ORANGE = '#E8590C';

const DOTS = {
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
} as const;

const INVISIBLE = { fillColor: BLUE, fillOpacity: 0, outlineColor: BLUE, outlineWidth: 0, outlineOpacity: 0 } as const;

export const POLYGON_STYLES = { ...INVISIBLE, ...DOTS } as const;
export const AREA_STYLES = INVISIBLE;
export const LINE_STYLES = { ...DOTS, lineStringColor: BLUE, lineStringWidth: 0, lineStringOpacity: 0 } as const;
export const POINT_STYLES = {
  pointColor: WHITE,
  pointWidth: 6,
  pointOutlineColor: BLUE,
  pointOutlineWidth: 2.5,
} as const;
