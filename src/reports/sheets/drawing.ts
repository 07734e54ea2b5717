/**
 * A drawing in pixels from the top left corner, as plain data: made once, written as SVG (drawing-svg.ts) or as
 * PNG (drawing-png.ts). Painted in its order. Knows no map.
 */
export type Hex = `#${string}`;

export interface Ink {
  readonly color: Hex;
  /** 0 to 1. */
  readonly opacity: number;
}

export interface Stroke extends Ink {
  readonly width: number;
  /** Pixels on, pixels off. */
  readonly dash?: readonly [on: number, off: number];
}

/** x, y one after the other. */
export type Path = readonly number[];

export type FillRule = 'evenodd' | 'nonzero';

export interface DrawnPaths {
  readonly type: 'paths';
  readonly paths: readonly Path[];
  readonly fill?: Ink;
  /** Default `evenodd`, so that rings within rings are holes whatever their direction; `nonzero` for shapes that may lie over each other. */
  readonly fillRule?: FillRule;
  readonly stroke?: Stroke;
  readonly closed: boolean;
}

/** Written in the SVG; a PNG has no fonts and leaves it out. */
export interface DrawnText {
  readonly type: 'text';
  readonly at: readonly [x: number, y: number];
  readonly text: string;
  readonly sizePixels: number;
  readonly color: Hex;
  readonly halo: Hex;
  readonly anchor: 'middle' | 'start' | 'end';
}

export type Drawn = DrawnPaths | DrawnText;

export interface Drawing {
  readonly widthPixels: number;
  readonly heightPixels: number;
  readonly paper: Hex;
  readonly items: readonly Drawn[];
}
