/** How photos stand in a workspace: as hotspots of this layer, each with the path of its thumbnail in this column. */
export const PHOTO_LAYER = 'drone-photos';
export const PHOTO_COLUMN = 'photo';
