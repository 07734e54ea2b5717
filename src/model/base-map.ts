/** What the user added to lie under the data or between it and the ground: base maps and pictures, as plain data that is kept. */
import type { LonLat } from './lon-lat.ts';

interface EntryBase {
  readonly id: string;
  readonly name: string;
  /** Whose map it is, for the strip under the map; may be empty. */
  readonly attribution: string;
  /** 审图号 of a licensed map; may be empty. */
  readonly approvalNumber: string;
  /** Drawn pale, so that the data stand out. */
  readonly muted: boolean;
}

/** A PMTiles file of the user's; its bytes are kept under the entry's id. */
export interface FileBaseMap extends EntryBase {
  readonly type: 'file';
  readonly sizeBytes: number;
}
export interface StyleBaseMap extends EntryBase {
  readonly type: 'style';
  readonly url: string;
}
export interface XyzBaseMap extends EntryBase {
  readonly type: 'xyz';
  readonly template: string;
  readonly minZoom: number;
  readonly maxZoom: number;
  /** `gcj02`: the tiles are drawn shifted, and are put right. */
  readonly datum: 'wgs84' | 'gcj02';
}
export interface WmtsBaseMap extends EntryBase {
  readonly type: 'wmts';
  /** Of the capabilities document. */
  readonly url: string;
  /** Undefined: the first that fits. */
  readonly layer?: string;
}
export interface TiandituBaseMap extends EntryBase {
  readonly type: 'tianditu';
  readonly set: 'vec' | 'img' | 'ter';
  readonly hasAnnotation: boolean;
}
export type BaseMapEntry = FileBaseMap | StyleBaseMap | XyzBaseMap | WmtsBaseMap | TiandituBaseMap;

/** Pixel (from the top left corner of the picture) to coordinates of the system: x = a·column + b·row + c, y = d·column + e·row + f. */
export type PixelTransform = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export type PicturePlacing =
  | { readonly type: 'transform'; readonly transform: PixelTransform; readonly crs: string }
  /** Top left, top right, bottom right, bottom left. */
  | { readonly type: 'corners'; readonly corners: Corners };
export type Corners = readonly [LonLat, LonLat, LonLat, LonLat];

/** A picture that lies on the base map; its bytes are kept under the entry's id. */
export interface PictureEntry {
  readonly id: string;
  readonly name: string;
  readonly sizeBytes: number;
  readonly attribution: string;
  readonly visible: boolean;
  /** 0 to 1. */
  readonly opacity: number;
  /** From the file or its world file, in a system that may still have to be named. */
  readonly transform?: PixelTransform;
  /** Undefined until somebody says where it lies. */
  readonly placing: PicturePlacing | undefined;
}
