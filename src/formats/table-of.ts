/** A layer as a table: what CSV and Excel hold of it. */
import { GeometryType } from '../geo/geometry-column.ts';
import { type FeatureBatch, type Value, valueAt } from '../model/feature-batch.ts';

export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly (readonly Value[])[];
}

/** The layer's columns; before them longitude and latitude where every feature is a single point or has no geometry. */
export function tableOf(batch: FeatureBatch): Table {
  const { geometry, columns } = batch;
  const isPoints =
    geometry.type.some((type) => type === GeometryType.point) &&
    geometry.type.every((type) => type === GeometryType.point || type === GeometryType.none);
  const positions = isPoints && geometry.partStart.at(-1)! <= geometry.count;
  const [lon, lat] = [freeName('lon', columns), freeName('lat', columns)];
  const rows = Array.from({ length: geometry.count }, (_, index): Value[] => {
    const values = [...columns.values()].map((column) => valueAt(column, index));
    return positions ? [...positionAt(batch, index), ...values] : values;
  });
  return { header: positions ? [lon, lat, ...columns.keys()] : [...columns.keys()], rows };
}

const freeName = (name: string, columns: ReadonlyMap<string, unknown>): string =>
  columns.has(name) ? freeName(`${name}_wgs84`, columns) : name;

function positionAt({ geometry }: FeatureBatch, index: number): [Value, Value] {
  const part = geometry.partStart[index]!;
  if (part === geometry.partStart[index + 1]!) return [null, null];
  const position = geometry.positionStart[geometry.ringStart[part]!]!;
  return [roundDegrees(geometry.coordinates[2 * position]!), roundDegrees(geometry.coordinates[2 * position + 1]!)];
}

/** Nine decimals are a tenth of a millimetre. */
const roundDegrees = (degrees: number): number => Math.round(degrees * 1e9) / 1e9;

/**
 * Text that a spreadsheet would run as a formula gets an apostrophe in front: what begins with
 * = + - @ or a control character, once leading blanks are passed. Numbers stay numbers.
 */
export function neutralizeFormula(text: string): string {
  return /^[\s\uFEFF]*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(text) ? `'${text}` : text;
}
