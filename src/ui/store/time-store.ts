/** Which hotspots are shown and how they are drawn: what the time pane sets, and what came of it. Not part of the document. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { FacetCount, FilteredHotspots, TimeRange } from '../../checks/hotspots/filter-hotspots.ts';
import type { Facet, HotspotTable } from '../../checks/hotspots/hotspot-table.ts';
import type { AlarmAbsence, AlarmKind, CellAlarm } from '../../checks/hotspots/monthly-cells.ts';
import type { TimeAxis, TimeStep } from '../../checks/hotspots/time-axis.ts';
import type { Subject } from '../../core/subject.ts';
import type { PointBins } from '../../geo/bin-points.ts';
import type { Frame } from '../../geo/laea.ts';
import type { ScaleClass } from '../../map/hotspot-shapes.ts';
import type { Bounds } from '../../map/map-types.ts';

export const HOTSPOT_DRAWINGS = ['points', 'clusters', 'heat', 'hexagons', 'cells3000', 'cells500'] as const;
export type HotspotDrawing = (typeof HOTSPOT_DRAWINGS)[number];

/** Sides of the grids' cells. 3 km is the national hotspot grid's; 500 m is the office's own choice. */
export const CELL_METERS: { readonly [drawing in HotspotDrawing]?: number } = { cells3000: 3000, cells500: 500 };

/** What the cells of a grid show: hotspots per day, or the mean of the values in one unit. */
export type CellMeasure = { readonly type: 'count' } | { readonly type: 'value'; readonly unit: string };

/** Where a cell or a hexagon stands in its grid: the same ground after every change of filters. */
export interface CellPlace {
  readonly column: number;
  readonly row: number;
}

export interface CellEntry {
  readonly cell: number;
  readonly place: CellPlace;
  readonly mean: number;
  readonly count: number;
  readonly alarms: readonly CellAlarm[];
  readonly bounds: Bounds;
  /** Undefined until the engine has answered; null where no zone has a part of it. */
  readonly zone: { readonly subject: Subject; readonly share: number } | null | undefined;
}

export interface CellsPicture {
  readonly measure: CellMeasure;
  readonly sizeMeters: number;
  /** The month shown, `2026-11`, and how many of its days the data cover. */
  readonly month: string;
  readonly days: number;
  readonly isWholeMonth: boolean;
  readonly cellCount: number;
  /** Cells with an alarm, then the worst others. */
  readonly entries: readonly CellEntry[];
  /** Why an alarm points at no cell. */
  readonly absences: { readonly [kind in AlarmKind]?: AlarmAbsence };
}

/** Of hexagons and cells: what each of them holds. One without a value (NaN, 0) is not drawn. */
export interface PictureGrid {
  readonly bins: PointBins;
  /** By bin: what its colour stands for. */
  readonly values: ArrayLike<number>;
  /** By bin: hotspots. */
  readonly counts: ArrayLike<number>;
  readonly frame: Frame;
}

/** One cell of a grid, or one hexagon, that somebody looks at. */
export interface CellCard {
  readonly drawing: HotspotDrawing;
  readonly place: CellPlace;
  /** WGS84, closed. */
  readonly ground: GeoJSON.Polygon;
  readonly bounds: Bounds;
  readonly areaSquareMeters: number;
  /** What is counted in it, the newest first. */
  readonly hotspots: readonly Subject[];
  readonly sources: readonly FacetCount[];
  /** Stations and other places to protect that stand in it. */
  readonly receptors: readonly Subject[];
  /** Of the grids, whose cells show a month. */
  readonly month: CellMonth | undefined;
}

export interface CellMonth {
  /** The mean of the values, or hotspots per day; undefined without any in the month. */
  readonly mean: number | undefined;
  readonly alarms: readonly CellAlarm[];
  /** The same of the month before and of the same month a year before; undefined without data. */
  readonly monthBefore: number | undefined;
  readonly yearBefore: number | undefined;
}

/** A hexagon with many hotspots. */
export interface DenseCell {
  readonly place: CellPlace;
  readonly count: number;
  readonly bounds: Bounds;
}

export interface HotspotPicture {
  readonly drawing: HotspotDrawing;
  readonly classes: readonly ScaleClass[];
  /** Width of the kernel where density is drawn. */
  readonly bandwidthMeters: number | undefined;
  readonly cells: CellsPicture | undefined;
  readonly grid: PictureGrid | undefined;
  /** Hexagons with the most hotspots, the first with the most. */
  readonly densest: readonly DenseCell[];
}

export interface TimeState {
  /** Somebody looks at hotspots over time: until then nothing is counted. */
  readonly isAsked: boolean;
  readonly drawing: HotspotDrawing;
  readonly step: TimeStep;
  readonly range: TimeRange | undefined;
  readonly off: Readonly<Record<Facet, ReadonlySet<string>>>;
  /** Undefined: the unit that most hotspots have, else their number. */
  readonly measure: CellMeasure | undefined;
  readonly playing: boolean;
  /** Photos that were dropped are being read. */
  readonly readingPhotos: { readonly done: number; readonly total: number } | undefined;
  /** What the controller made of it; undefined until hotspots were asked for. */
  readonly table: HotspotTable | undefined;
  readonly axis: TimeAxis | undefined;
  readonly filtered: FilteredHotspots | undefined;
  readonly picture: HotspotPicture | undefined;
  /** The cell that was asked for. */
  readonly place: CellPlace | undefined;
  /** What is known of it; undefined where the picture has no such cell any more. */
  readonly card: CellCard | undefined;
}
export type TimeStore = StoreApi<TimeState>;

const NOTHING_OFF: TimeState['off'] = { source: new Set(), kind: new Set(), confidence: new Set() };

export const INITIAL_TIME: TimeState = {
  isAsked: false,
  drawing: 'points',
  step: 'day',
  range: undefined,
  off: NOTHING_OFF,
  measure: undefined,
  playing: false,
  readingPhotos: undefined,
  table: undefined,
  axis: undefined,
  filtered: undefined,
  picture: undefined,
  place: undefined,
  card: undefined,
};

export function createTimeStore(): TimeStore {
  return createStore<TimeState>()(() => INITIAL_TIME);
}

/** Switches a value of a facet off or on again. */
export function toggleFacet(store: TimeStore, facet: Facet, value: string): void {
  store.setState(({ off }) => {
    const next = new Set(off[facet]);
    if (!next.delete(value)) next.add(value);
    return { off: { ...off, [facet]: next } };
  });
}

/** All times, sources, kinds and confidences. */
export function showAllHotspots(store: TimeStore): void {
  store.setState({ range: undefined, off: NOTHING_OFF, playing: false });
}

/** Whether anything is filtered out by choice. */
export function isFiltering({ range, off }: Pick<TimeState, 'range' | 'off'>): boolean {
  return range !== undefined || Object.values(off).some((values) => values.size > 0);
}

/** Whether a card was open, which is closed then. */
export function closeCell(store: TimeStore): boolean {
  const isOpen = store.getState().card !== undefined;
  if (store.getState().place) store.setState({ place: undefined });
  return isOpen;
}
