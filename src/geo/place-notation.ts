/** The notations of a place by name; how each is written: place-notations.ts, which brings projections along. */
export const PLACE_NOTATIONS = ['decimal', 'dms', 'zone3', 'gcj02'] as const;
export type PlaceNotation = (typeof PLACE_NOTATIONS)[number];
