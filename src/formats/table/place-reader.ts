/** Where a row of a table lies, written into the geometry as it is read: a point makes no object. */
import { wktToGeoJSON } from 'betterknown';
import { readAngle, readLonLat } from '../../core/angles.ts';
import { type Place, problem } from '../../core/result.ts';
import { appendGeoJson, createGeometryBuilder, type GeometryColumn, GeometryType } from '../../geo/geometry-column.ts';
import type { NoteList } from '../../model/note-list.ts';
import { cleanGeometry } from '../clean-geometry.ts';
import { type Cell, textOfCell } from './cell.ts';
import { columnsOf, type GeometryColumns } from './find-geometry-columns.ts';

export interface PlaceReader {
  /** Whether its cells say where it lies. */
  hasPlace(cells: readonly Cell[]): boolean;
  /** Appends one feature, always; what cannot be read is told and has no geometry. */
  append(cells: readonly Cell[], at: Place): void;
  finish(): { geometry: GeometryColumn; crs: string | undefined };
}

const NUMBER = /^[-+]?\d+(?:\.\d*)?(?:e[-+]?\d{1,3})?$/iu;
const WITH_THOUSANDS = /^[-+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u;
const LONGEST_IN_NOTE = 60;

export function createPlaceReader(
  columns: GeometryColumns | undefined,
  header: readonly string[],
  notes: NoteList,
): PlaceReader {
  const builder = createGeometryBuilder();
  const numbers = columns ? columnsOf(columns) : [];
  const names = numbers.map((column) => header[column]!).join(', ');
  let crs: string | undefined;
  let [heights, firstWithHeight] = [0, {} as Place];
  let [points, swapped] = [0, 0];

  const appendPoint = (longitude: number, latitude: number) => {
    builder.beginFeature(GeometryType.point);
    builder.beginPart();
    builder.beginRing();
    builder.position(longitude, latitude);
    builder.endFeature();
    points++;
    if (isSwappedInChina(longitude, latitude)) swapped++;
  };

  function appendWkt(text: string, at: Place): boolean {
    const [, srid, wkt = ''] = /^\s*(?:SRID=(\d+);)?([\s\S]*)$/iu.exec(text) ?? [];
    let found: GeoJSON.Geometry | null;
    try {
      found = wktToGeoJSON(wkt.trim());
    } catch {
      return false;
    }
    if (srid !== undefined && srid !== '0') crs ??= `EPSG:${srid}`;
    const { geometry, faults, positionsWithHeight } = cleanGeometry(found);
    for (const fault of faults) notes.take(problem(fault.code, fault.params, at));
    if (!geometry && faults.length === 0) notes.add('geometry-missing', {}, at);
    if (positionsWithHeight > 0 && heights === 0) firstWithHeight = at;
    heights += positionsWithHeight;
    const left = appendGeoJson(builder, geometry);
    if (left) notes.take({ ...left, at });
    return true;
  }

  /** Whether a feature was appended. */
  function appendPlace(cells: readonly Cell[], at: Place): boolean {
    if (!columns) return false;
    if (columns.type === 'wkt') return appendWkt(textOfCell(cells[columns.wkt]), at);
    const position = readPosition(columns, cells);
    if (position) appendPoint(...position);
    return position !== undefined;
  }

  const isFilled = (cells: readonly Cell[]) => numbers.some((column) => textOfCell(cells[column]) !== '');

  return {
    hasPlace(cells) {
      if (!columns || columns.type === 'wkt') return isFilled(cells);
      return readPosition(columns, cells) !== undefined;
    },
    append(cells, at) {
      const hasText = isFilled(cells);
      if (hasText && appendPlace(cells, at)) return;
      appendGeoJson(builder, null);
      if (!columns) return;
      if (hasText) {
        const found = numbers.map((column) => textOfCell(cells[column])).join(', ');
        notes.add('csv-place-unreadable', { found: found.slice(0, LONGEST_IN_NOTE) }, { ...at, column: names });
      }
      notes.add('geometry-missing', {}, at);
    },
    finish() {
      if (heights > 0) notes.add('heights-left-out', { count: heights }, firstWithHeight);
      if (swapped * 2 > points) notes.add('table-lon-lat-swapped', { columns: names, count: swapped });
      return { geometry: builder.finish(), crs };
    },
  };
}

/** The longitude looks like a latitude of China and the latitude like a longitude. */
function isSwappedInChina(longitude: number, latitude: number): boolean {
  return longitude > 0 && longitude < 55 && latitude > 70 && latitude < 140;
}

type PointColumns = Exclude<GeometryColumns, { type: 'wkt' }>;

function readPosition(columns: PointColumns, cells: readonly Cell[]): readonly [number, number] | undefined {
  if (columns.type === 'pair') return readLonLat(plainDigits(textOfCell(cells[columns.pair])));
  const read = (axis: 'lon' | 'lat') =>
    columns.type === 'parts'
      ? readParts(columns[axis].map((column) => cells[column]))
      : readCoordinate(cells[columns[axis]]);
  const [longitude, latitude] = [read('lon'), read('lat')];
  return longitude === undefined || latitude === undefined ? undefined : [longitude, latitude];
}

/** Metres of a projection are numbers too, and no angles. */
function readCoordinate(cell: Cell | undefined): number | undefined {
  if (typeof cell === 'number') return cell;
  const text = plainDigits(textOfCell(cell));
  if (NUMBER.test(text)) return Number(text);
  return WITH_THOUSANDS.test(text) ? Number(text.replaceAll(',', '')) : readAngle(text);
}

/** Minutes and seconds may be left empty. */
function readParts(cells: readonly (Cell | undefined)[]): number | undefined {
  const [degrees, minutes, seconds] = cells.map((cell) => plainDigits(textOfCell(cell)).replace(/[°度′'分″"秒]$/u, ''));
  const parts = [degrees ?? '', minutes || '0', seconds || '0'];
  if (!parts.every((part) => NUMBER.test(part))) return undefined;
  const [whole, sixtieths, rest] = parts.map(Number);
  if (sixtieths! < 0 || sixtieths! >= 60 || rest! < 0 || rest! >= 60) return undefined;
  const size = Math.abs(whole!) + sixtieths! / 60 + rest! / 3600;
  return parts[0]!.startsWith('-') ? -size : size;
}

/** `１１３．６`: digits as an input method for Chinese writes them. */
function plainDigits(text: string): string {
  return text.replaceAll(/[０-９．－]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
}
