/**
 * What the map is told and what it tells: plain data in both directions. The caller owns the
 * document, the engine and the words; the map knows none of them.
 */
import type { Map as MapLibreMap, StyleSpecification } from 'maplibre-gl';
import type { Drawable } from '../geo/drawable.ts';
import type { RuleId } from '../model/findings.ts';
import type { LayerKind } from '../model/kinds.ts';
import type { LonLat } from '../model/lon-lat.ts';
import type { Scene } from '../model/scene.ts';
import type { Hex } from './color.ts';

/** `projector` is for meeting rooms: white paper, thicker edges, stronger fills, larger type. */
export type MapTheme = 'light' | 'dark' | 'projector';
export type MapLanguage = 'zh-CN' | 'en';

/** Raster tiles of the Web Mercator scheme that the caller makes, wherever they come from. */
export interface TileLayer {
  /** Another id is another layer; what is under one id never changes. */
  readonly id: string;
  /** Undefined where there is nothing to see. What it throws leaves the tile out: the caller has said why. */
  tile(z: number, x: number, y: number, signal: AbortSignal): Promise<ArrayBuffer | ImageBitmap | undefined>;
  readonly tileSize: 256 | 512;
  readonly minZoom: number;
  readonly maxZoom: number;
  readonly bounds?: Bounds;
}

/** Tiles of a map as MapLibre asks for them. */
export interface BaseTiles {
  /** TileJSON address for a vector source; a new one for each archive. */
  open(source: string | Blob): string;
  /** Tile template for a raster source; the same for a layer of the same id. */
  openLayer(layer: TileLayer): string;
  /** Brings the archive that was opened last onto the page as a whole. False where that cannot be. */
  hold(): Promise<boolean>;
  /** For a second map over the same ground: the archive opened last is read once, and is held for both. */
  lend(): BaseTiles;
  close(): void;
}

/** A picture on the base map, under all data. */
export interface PictureLayer extends TileLayer {
  /** 0 to 1. */
  readonly opacity: number;
  readonly visible: boolean;
  readonly attribution: string;
}

interface BaseMapCredit {
  /** Whose map it is, beside what it says itself. */
  readonly attribution?: string;
  /** 审图号 of a licensed map. */
  readonly approvalNumber?: string;
}

/**
 * `pmtiles`: an address on our own origin, or a file, in the Protomaps basemap schema. `raster`: ground under
 * the data and annotation above it. `style`: a MapLibre style with whole addresses; names are written with our fonts.
 */
export type BaseMap =
  | { readonly type: 'none' }
  | ({ readonly type: 'pmtiles'; readonly source: string | Blob } & BaseMapCredit)
  | ({
      readonly type: 'raster';
      readonly ground: TileLayer;
      readonly annotation?: TileLayer;
      /** Pale, so that the data stand out. */
      readonly muted: boolean;
    } & BaseMapCredit)
  | ({ readonly type: 'style'; readonly style: StyleSpecification } & BaseMapCredit);

export type Camera = Scene['camera'];
/** West, south, east, north in WGS84 degrees. */
export type Bounds = readonly [west: number, south: number, east: number, north: number];
/** Pixels covered by panels, so that what is looked at lies in the part left free. */
export interface Padding {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** One way in which features are coloured instead of by their kind, e.g. "must stop under an orange alert". */
export interface RecolorClass {
  /** Text key for the legend, and what to put into it. */
  readonly key: string;
  readonly params?: Readonly<Record<string, string | number>>;
  readonly color: Hex;
  /** On dark paper, where a scale has to run the other way; else `color`. */
  readonly darkColor?: Hex;
  /** Of lines, in CSS pixels; else as the kind has it. */
  readonly lineWidth?: number;
}

/** Colours by something else than the kind's own classes: by alert, by silt loading. */
export interface FeatureRecolor {
  readonly classes: readonly RecolorClass[];
  /** Index into `classes` for each feature, in the drawable's order; NO_RECOLOR keeps the kind's colour. */
  readonly classOf: Uint8Array;
}
export const NO_RECOLOR = 255;

/**
 * How each feature of one layer looks, as numbers: made by `styleFeatures` from the layer's
 * effective batch. Every array has one entry per feature, in the drawable's order.
 */
export interface FeatureStyling {
  /** Index into the kind's classes (symbology.ts). */
  readonly category: Uint8Array;
  /** Zones: index into the twelve tints by owner; NO_TINT without an owner. */
  readonly tint?: Uint8Array;
  /** 0 to 1: width of routes by passes a day, halo of hotspots by value. */
  readonly weight?: Float32Array;
  /** Construction sites: the six measures' states, six per feature (MEASURE_STATES). */
  readonly measures?: Uint8Array;
  /** 1: outside the scope, drawn faint. */
  readonly dimmed?: Uint8Array;
  /** 1: filtered out, not drawn and not in the legend. */
  readonly hidden?: Uint8Array;
  readonly recolor?: FeatureRecolor;
}

/** Names to write on features; undefined writes nothing. */
export interface FeatureLabels {
  readonly name: readonly (string | undefined)[];
  /** Second, smaller line, e.g. the owner. */
  readonly detail: readonly (string | undefined)[];
}

export interface LayerView {
  readonly id: string;
  readonly kind: LayerKind;
  readonly drawable: Drawable;
  readonly styling: FeatureStyling;
  readonly visible: boolean;
  /** 0 to 1, on top of the symbology's own. */
  readonly opacity: number;
  readonly labels?: FeatureLabels;
}

export interface FindingShape {
  readonly id: string;
  readonly rule: RuleId;
  /** A point inside the finding. */
  readonly at: LonLat;
  /** Drawn hatched (overlap, escape) or as a white core (gap); without it only the mark at `at`. */
  readonly geometry?: GeoJSON.Geometry;
  readonly dimmed?: boolean;
}

/** An edit that has not been made: which ground would change hands, and where it would be cut. */
export interface Preview {
  /** Two sides where ground goes both ways, else the first. */
  readonly areas: readonly { readonly geometry: GeoJSON.Geometry; readonly side: 0 | 1 }[];
  readonly line?: GeoJSON.LineString;
}

/** Shapes that are not in the workspace yet, and where they would lie without a change of datum. */
export interface Ghost {
  readonly shapes: readonly GeoJSON.Geometry[];
  readonly before: readonly GeoJSON.Geometry[];
}

/**
 * Something drawn over the data that is no feature of a layer: a measured distance, a wind sector, a
 * cell of a grid, a lasso. The caller gives it a name and replaces or empties it under that name.
 */
export interface OverlayShape {
  readonly geometry: GeoJSON.Geometry;
  /** Polygons; none without it. */
  readonly fill?: { readonly color: Hex; readonly opacity: number };
  /** Outlines of polygons, lines, rims of points. Width in CSS pixels. */
  readonly line?: { readonly color: Hex; readonly width: number; readonly dashed?: boolean };
  /** Points: filled with `fill`, this many CSS pixels in radius. Default 5. */
  readonly radiusPixels?: number;
  /** Written over the point, else over the first position of the geometry. */
  readonly label?: string;
  /** Written on the point instead of over it. */
  readonly labelCentered?: boolean;
}

/**
 * A mark in the ink of the theme with a rim of its paper, over everything: an annotation of a scene. Sizes are CSS
 * pixels and are drawn as they are given, whatever the theme.
 */
export interface InkShape {
  readonly geometry: GeoJSON.Polygon | GeoJSON.Point;
  /** Polygons; else their outline alone. */
  readonly filled?: boolean;
  readonly linePixels?: number;
  /** Of paper, around the outside of fill and line. */
  readonly rimPixels?: number;
  /** Points: written over the place, on a plate of paper. */
  readonly label?: string;
  readonly labelPixels?: number;
  /** From the place to the middle of the plate, right and down. */
  readonly labelOffset?: readonly [x: number, y: number];
  /** Points: a dot of paper with an edge of ink, to take hold of. Radius. */
  readonly dotPixels?: number;
}

/** Undefined where a notation does not reach: then nothing stands there. */
export type PlaceWriter = (place: LonLat) => string | undefined;

/** Where something happened on the map, for the caller to pick with the engine. */
export interface MapPointer {
  readonly at: LonLat;
  /** CSS pixels from the map's top left corner. */
  readonly pixel: readonly [x: number, y: number];
  readonly metersPerPixel: number;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  /** On a count of findings: the ground that it stands for. */
  readonly counted?: Bounds;
}

/** A map failure in the words of a problem: code (`map.problem.…`) and what the browser said. */
export interface MapFailure {
  readonly code: 'map.problem.basemap' | 'map.problem.webgl' | 'map.problem.drawing';
  readonly detail: string;
  /** What could not be fetched, where it was that. */
  readonly address?: string;
}

export interface MapEvents {
  click: MapPointer;
  /** Throttled to one a frame; null when the pointer leaves. */
  hover: MapPointer | null;
  doubleClick: MapPointer;
  /** The camera moved; sent when it comes to rest. */
  move: Camera;
  /** Panels cover another part of it. */
  padding: Padding;
  /** Nothing is loading, moving or left to draw. */
  idle: null;
  error: MapFailure;
}

export interface MapTexts {
  /** Translates a key of the `map` area. */
  translate(key: string): string;
}

export interface MapViewOptions {
  readonly theme: MapTheme;
  readonly language: MapLanguage;
  readonly baseMap: BaseMap;
  /** Of the map that this one lies over; default: tiles of its own. */
  readonly tiles?: BaseTiles;
  readonly camera?: Partial<Camera>;
  readonly bounds?: Bounds;
  readonly padding?: Padding;
  readonly texts: MapTexts;
  /** Off in tests and on weak machines. Default true. */
  readonly antialias?: boolean;
  /** Motion of camera and labels; default false under `prefers-reduced-motion`, else true. */
  readonly motion?: boolean;
  /** Scale bar, compass, coordinates, attribution. Default true. */
  readonly controls?: boolean;
}

export interface MoveOptions {
  readonly padding?: Padding;
  readonly maxZoom?: number;
  /** Default: as the map's `motion`. */
  readonly motion?: boolean;
}

export interface MapView {
  /** For drawing tools (terra-draw); its own sources and layers survive changes of theme. */
  readonly map: MapLibreMap;
  /** Settles when data can be seen; the base map may still be loading. */
  readonly ready: Promise<void>;
  setTheme(theme: MapTheme): void;
  setLanguage(language: MapLanguage): void;
  setBaseMap(baseMap: BaseMap): void;
  /** Brings the base map's archive onto the page as a whole, so that none of it is fetched later. False where tiles still come from elsewhere. */
  holdBaseMap(): Promise<boolean>;
  /** The tiles of this map for another one over it. */
  lendTiles(): BaseTiles;
  /** Fetches the type of these characters, so that names can be written later without a network. */
  holdFonts(characters: string): Promise<void>;
  /** Replaces all pictures, bottom first. */
  setPictures(pictures: readonly PictureLayer[]): void;
  /** Replaces all data layers. Unchanged drawables and stylings (by identity) cost nothing. */
  setLayers(layers: readonly LayerView[]): void;
  setFindings(findings: readonly FindingShape[]): void;
  setSelection(geometries: readonly GeoJSON.Geometry[]): void;
  setHover(geometries: readonly GeoJSON.Geometry[]): void;
  setPreview(preview: Preview): void;
  setGhost(ghost: Ghost): void;
  /** Replaces what stands under this name; an empty list takes it away. Names lie over each other in the order of their first use. */
  setOverlay(name: string, shapes: readonly OverlayShape[]): void;
  /** Replaces all marks in ink. */
  setInk(shapes: readonly InkShape[]): void;
  /** Veils everything outside a polygon; null takes the veil away. */
  setScopeMask(scope: GeoJSON.Polygon | GeoJSON.MultiPolygon | null): void;
  setPadding(padding: Padding): void;
  /** How the place under the pointer is written; undefined: WGS84 degrees to 5 decimals. */
  setPlaceWriter(write: PlaceWriter | undefined): void;
  fitBounds(bounds: Bounds, options?: MoveOptions): void;
  flyTo(center: LonLat, zoom?: number, options?: MoveOptions): void;
  camera(): Camera;
  setCamera(camera: Camera, options?: MoveOptions): void;
  /** The camera over the part that no panel covers: its middle, and its size as `room`. */
  freeCamera(): Required<Camera>;
  /** Brings a camera's centre into the middle of that part; its `room` is not looked at. */
  setFreeCamera(camera: Camera, options?: MoveOptions): void;
  bounds(): Bounds;
  /** The part that no panel covers. */
  freeBounds(): Bounds;
  /** Whose base map and pictures are shown, with the approval number 审图号; empty without controls. */
  credit(): string;
  /** Returns the function that takes the listener off again. */
  on<E extends keyof MapEvents>(event: E, listener: (value: MapEvents[E]) => void): () => void;
  /** Base map and data together, without controls, as PNG. */
  capture(): Promise<Blob>;
  resize(): void;
  destroy(): void;
}
