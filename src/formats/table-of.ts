/** A layer as a table: what CSV and Excel hold of it. */
import { geoJSONToWkt } from 'betterknown';
import { type GeometryColumn, GeometryType, geometryToGeoJson } from '../geo/geometry-column.ts';
import { type FeatureBatch, type Value, valueAt } from '../model/feature-batch.ts';

export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly (readonly Value[])[];
  /** Which column holds the shapes as WKT, if one does. */
  readonly wkt?: number;
}

const WKT = /^\s*(?:SRID=\d+;)?\s*(?:MULTI)?(?:POINT|LINESTRING|POLYGON)\b/iu;

/**
 * The layer's columns, and where each feature lies, so that reading the table finds it again: before them
 * longitude and latitude where every feature is a single point or has no geometry, else behind them WKT.
 * Nothing is added where no feature has a geometry, or where columns `lon` and `lat` say the same.
 * O(positions + values).
 */
export function tableOf(batch: FeatureBatch): Table {
  const { geometry, columns } = batch;
  const names = [...columns.keys()];
  const valuesAt = (index: number): Value[] => [...columns.values()].map((column) => valueAt(column, index));
  const rowsWith = (before: (index: number) => Value[]) =>
    Array.from({ length: geometry.count }, (_, index) => [...before(index), ...valuesAt(index)]);
  if (geometry.type.every((type) => type === GeometryType.none)) return { header: names, rows: rowsWith(() => []) };
  const isPoints = isSinglePoints(geometry);
  if (isPoints && !hasWktOfItsOwn(batch)) {
    if (isStatedBy(batch)) return { header: names, rows: rowsWith(() => []) };
    if (!columns.has('lon') && !columns.has('lat')) {
      return { header: ['lon', 'lat', ...names], rows: rowsWith((index) => positionAt(geometry, index)) };
    }
  }
  const name = freeName('wkt', columns);
  const wkt = (index: number) => wktAt(geometry, index);
  // A reader takes the first column of WKT: before another one ours must stand. Else it stands last: nobody reads it.
  if (hasWktOfItsOwn(batch)) return { header: [name, ...names], rows: rowsWith((index) => [wkt(index)]), wkt: 0 };
  const rows = Array.from({ length: geometry.count }, (_, index) => [...valuesAt(index), wkt(index)]);
  return { header: [...names, name], rows, wkt: names.length };
}

const freeName = (name: string, columns: ReadonlyMap<string, unknown>): string =>
  columns.has(name) ? freeName(`${name}_wgs84`, columns) : name;

const isSinglePoints = ({ type, partStart }: GeometryColumn): boolean =>
  type.every(
    (code, index) =>
      code === GeometryType.none || (code === GeometryType.point && partStart[index + 1]! - partStart[index]! === 1),
  );

/** Columns kept from the file that a layer came from. */
const hasWktOfItsOwn = ({ columns }: FeatureBatch): boolean =>
  [...columns.values()].some((column) => column.type === 'text' && WKT.test(column.dictionary[0] ?? ''));

/** Whether the columns `lon` and `lat` say exactly where each feature lies. */
function isStatedBy({ geometry, columns }: FeatureBatch): boolean {
  const [lon, lat] = [columns.get('lon'), columns.get('lat')];
  if (lon?.type !== 'number' || lat?.type !== 'number') return false;
  return Array.from(geometry.type).every((_, index) => {
    const [longitude, latitude] = positionAt(geometry, index);
    return valueAt(lon, index) === longitude && valueAt(lat, index) === latitude;
  });
}

function positionAt(geometry: GeometryColumn, index: number): [Value, Value] {
  const part = geometry.partStart[index]!;
  if (part === geometry.partStart[index + 1]!) return [null, null];
  const position = geometry.positionStart[geometry.ringStart[part]!]!;
  return [roundDegrees(geometry.coordinates[2 * position]!), roundDegrees(geometry.coordinates[2 * position + 1]!)];
}

/** Nine decimals are a tenth of a millimetre. */
const roundDegrees = (degrees: number): number => Math.round(degrees * 1e9) / 1e9;

function wktAt(geometry: GeometryColumn, index: number): string | null {
  const shape = geometryToGeoJson(geometry, index);
  return shape && geoJSONToWkt(shape);
}

/** What a spreadsheet would run as a formula: = + - @ or a control character in front, once leading blanks are passed. */
const FORMULA = /^(?:[\s\uFEFF]*[=+\-@＝＋－＠]|[\t\r\n])/u;
const isFormula = (text: string): boolean => FORMULA.test(text.replace(/^'+/u, ''));

/**
 * Text that a spreadsheet would run as a formula gets an apostrophe in front. So does what already has
 * one before a formula, so that `stripFormulaGuard` gives every text back. Numbers stay numbers.
 */
export function neutralizeFormula(text: string): string {
  return isFormula(text) ? `'${text}` : text;
}

/** Takes the apostrophe of `neutralizeFormula` off again: `stripFormulaGuard(neutralizeFormula(text)) === text`. */
export function stripFormulaGuard(text: string): string {
  return text.startsWith("'") && isFormula(text) ? text.slice(1) : text;
}
