/** From the hotspots that are kept to what the map draws of them and what the legend and the list of cells say. */

import type { FilteredHotspots } from '../checks/hotspots/filter-hotspots.ts';
import { type HotspotTable, unitsOf } from '../checks/hotspots/hotspot-table.ts';
import {
  ALARM_KINDS,
  type AlarmKind,
  type CellAlarm,
  findAlarms,
  type MonthlyCells,
  measureMonthlyCells,
} from '../checks/hotspots/monthly-cells.ts';
import { binAt, binStart, shiftMonths } from '../checks/hotspots/time-axis.ts';
import { binIntoHexagons, binIntoSquares, binPolygon, meanPlaces, type PointBins } from '../geo/bin-points.ts';
import { bandsOf, evenSteps, measureDensity } from '../geo/density-bands.ts';
import type { Frame } from '../geo/laea.ts';
import {
  alarmShapes,
  bandShapes,
  binShapes,
  classify,
  clusterShapes,
  rampOf,
  type ScaleClass,
} from '../map/hotspot-shapes.ts';
import type { MapTheme, OverlayShape } from '../map/map-types.ts';
import {
  CELL_METERS,
  type CellEntry,
  type CellMeasure,
  type CellPlace,
  type CellsPicture,
  type DenseCell,
  type HotspotDrawing,
  type HotspotPicture,
} from '../ui/store/time-store.ts';
import { boundsOfGeometries } from './geojson-places.ts';

export interface PictureRequest {
  readonly table: HotspotTable;
  readonly filtered: FilteredHotspots;
  readonly drawing: HotspotDrawing;
  readonly measure: CellMeasure | undefined;
  /** The end of the range shown, or of all times: cells show the month before it. */
  readonly endMs: number;
  readonly asOfMs: number;
  readonly offsetMs: number;
  readonly theme: MapTheme;
  /** Of the camera: clusters are as wide as a thumb on the screen. */
  readonly metersPerPixel: number;
  readonly alarmName: (kind: AlarmKind) => string;
}

/** What the shapes stand for, to answer a click. */
export interface DrawnBins {
  readonly bins: PointBins;
  /** Of clusters: where their circles stand, metres, interleaved. */
  readonly places?: Float64Array;
  /** Of the grids. */
  readonly monthly?: { readonly cells: MonthlyCells; readonly month: number; readonly alarms: readonly CellAlarm[] };
}

export interface Picture extends HotspotPicture {
  readonly shapes: readonly OverlayShape[];
  readonly drawn: DrawnBins | undefined;
  /** Areas of `cells.entries`, to ask whose ground they are. */
  readonly areas: readonly GeoJSON.Polygon[];
}

const HEXAGON_METERS = 1000;
const KERNEL_METERS = 800;
const DENSITY_STEPS = 7;
/** The side of the squares that clusters are counted by, on the screen. */
export const CLUSTER_PIXELS = 64;
const LISTED_CELLS = 12;

/** O(hotspots + what is drawn). Points need no picture: they are drawn as features. */
export function drawHotspots(request: PictureRequest): Picture {
  const { table, filtered, drawing, theme, metersPerPixel } = request;
  const { xy, frame } = table;
  const none: Picture = {
    drawing,
    classes: [],
    bandwidthMeters: undefined,
    cells: undefined,
    grid: undefined,
    densest: [],
    shapes: [],
    drawn: undefined,
    areas: [],
  };
  if (drawing === 'points') return none;
  if (drawing === 'clusters') {
    const bins = binIntoSquares(xy, filtered.keep, CLUSTER_PIXELS * metersPerPixel);
    const places = meanPlaces(bins, xy);
    return { ...none, shapes: clusterShapes(bins.counts, places, frame), drawn: { bins, places } };
  }
  if (drawing === 'hexagons') {
    const bins = binIntoHexagons(xy, filtered.keep, HEXAGON_METERS);
    const classes = classify(bins.counts, theme);
    const shapes = binShapes(bins, bins.counts, classes, frame);
    const grid = { bins, values: bins.counts, counts: bins.counts, frame };
    return { ...none, classes, grid, shapes, densest: listDensest(bins, frame), drawn: { bins } };
  }
  if (drawing === 'heat') {
    const raster = measureDensity(xy, filtered.keep, KERNEL_METERS);
    if (!raster) return none;
    const steps = evenSteps(
      raster.values.reduce((peak, value) => Math.max(peak, value), 0),
      DENSITY_STEPS,
    );
    const ramp = rampOf(theme, steps.length);
    const classes = steps.map((from, step): ScaleClass => ({ from, color: ramp[step]! }));
    const shapes = bandShapes(bandsOf(raster, steps), classes, frame);
    return { ...none, classes, bandwidthMeters: raster.bandwidthMeters, shapes };
  }
  return { ...none, ...drawCells(request) };
}

function drawCells(request: PictureRequest): Partial<Picture> {
  const { table, filtered, drawing, theme, asOfMs, offsetMs, endMs, alarmName } = request;
  const sizeMeters = CELL_METERS[drawing]!;
  const [commonest] = unitsOf(table);
  const measure: CellMeasure =
    request.measure ?? (commonest === undefined ? { type: 'count' } : { type: 'value', unit: commonest });
  const unit = measure.type === 'value' ? measure.unit : undefined;
  // Months are compared whole: the span of time chooses the month and cuts none.
  const monthly = measureMonthlyCells(table, filtered.keepAnyTime, { sizeMeters, unit, asOfMs, offsetMs });
  if (!monthly) return {};
  const month = monthShown(monthly, endMs);
  const alarms = findAlarms(monthly, month);
  const means = Float64Array.from({ length: monthly.bins.count }, (_, cell) => meanOf(monthly, cell, month));
  const classes = classify(means, theme);
  const found = ALARM_KINDS.map((kind) => alarms[kind]).filter(
    (alarm): alarm is CellAlarm => typeof alarm === 'object',
  );
  const entries = listCells(monthly, month, means, found, table);
  const frame = table.frame;
  const alarmed = entries.filter((entry) => entry.alarms.length > 0);
  const shapes = [
    ...binShapes(monthly.bins, means, classes, frame),
    ...alarmed.flatMap(({ cell, alarms: kinds }) => {
      const label = kinds.map(({ kind }) => alarmName(kind)).join('·');
      const dashed = !kinds.some(({ kind }) => kind === 'worstMean');
      return alarmShapes(monthly.bins, cell, { label, dashed }, theme, frame);
    }),
  ];
  const absent = ALARM_KINDS.flatMap((kind) => {
    const alarm = alarms[kind];
    return typeof alarm === 'string' ? [[kind, alarm] as const] : [];
  });
  const start = monthly.monthStarts[month]!;
  const days = monthly.days[month]!;
  const cells: CellsPicture = {
    measure,
    sizeMeters,
    month: new Date(start + offsetMs).toISOString().slice(0, 7),
    days,
    isWholeMonth: days === Math.round((shiftMonths(start, 1, offsetMs) - start) / 86_400_000),
    cellCount: means.filter((mean) => mean > 0).length,
    entries,
    absences: Object.fromEntries(absent),
  };
  const counts = Uint32Array.from(means, (_, cell) => monthly.counts[cell * monthly.monthStarts.length + month]!);
  const grid = { bins: monthly.bins, values: means, counts, frame };
  const areas = entries.map(({ cell }) => binPolygon(monthly.bins, cell, frame));
  const drawn: DrawnBins = { bins: monthly.bins, monthly: { cells: monthly, month, alarms: found } };
  return { classes, cells, grid, shapes, areas, drawn };
}

function listDensest(bins: PointBins, frame: Frame): DenseCell[] {
  const fullest = [...bins.counts.keys()].sort((a, b) => bins.counts[b]! - bins.counts[a]!);
  return fullest.slice(0, LISTED_CELLS).map((bin) => ({
    place: placeOf(bins, bin),
    count: bins.counts[bin]!,
    bounds: boundsOfGeometries([binPolygon(bins, bin, frame)])!,
  }));
}

const placeOf = ({ columns, rows }: PointBins, bin: number): CellPlace => ({ column: columns[bin]!, row: rows[bin]! });

const meanOf = ({ means, monthStarts }: MonthlyCells, cell: number, month: number) =>
  means[cell * monthStarts.length + month]!;

/** The month that the instant before `endMs` lies in; the nearest with data. */
function monthShown({ monthStarts, offsetMs }: MonthlyCells, endMs: number): number {
  const last = monthStarts.length - 1;
  const start = binStart(endMs - 1, 'month', offsetMs);
  const edges = Float64Array.from([...monthStarts, shiftMonths(monthStarts[last]!, 1, offsetMs)]);
  const month = binAt(edges, start);
  return month >= 0 ? month : start < edges[0]! ? 0 : last;
}

function listCells(
  monthly: MonthlyCells,
  month: number,
  means: Float64Array,
  alarms: readonly CellAlarm[],
  { frame }: HotspotTable,
): CellEntry[] {
  const worst = [...means.keys()].filter((cell) => means[cell]! > 0).sort((a, b) => means[b]! - means[a]!);
  const alarmed = new Set(alarms.map(({ cell }) => cell));
  return [...alarmed, ...worst.filter((cell) => !alarmed.has(cell))].slice(0, LISTED_CELLS).map((cell) => {
    return {
      cell,
      place: placeOf(monthly.bins, cell),
      mean: means[cell]!,
      count: monthly.counts[cell * monthly.monthStarts.length + month]!,
      alarms: alarms.filter((alarm) => alarm.cell === cell),
      bounds: boundsOfGeometries([binPolygon(monthly.bins, cell, frame)])!,
      zone: undefined,
    };
  });
}
