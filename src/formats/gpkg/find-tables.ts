/** What a GeoPackage says of itself: which tables are layers, where their geometry is, and in which system. */
import { nameCrs } from '../../geo/crs.ts';
import { type Database, quoteName } from './open-database.ts';

export interface TableColumn {
  readonly name: string;
  /** In capitals, as it was declared: SQLite does not hold anyone to it. */
  readonly type: string;
}

export interface LayerTable {
  readonly name: string;
  readonly columns: readonly TableColumn[];
  /** Undefined for a table of attributes. */
  readonly geometryColumn?: string;
  readonly crs?: string;
}

export interface FoundTables {
  readonly layers: readonly LayerTable[];
  /** Of users, and read by nobody: rasters, views, styles, tables that the package does not list. */
  readonly others: readonly string[];
}

const LAYER_TYPES: ReadonlySet<unknown> = new Set(['features', 'attributes', 'aspatial']);
/** Looks, kept by QGIS. */
const STYLES = 'layer_styles';
const OWN_TABLE = /^(?:gpkg_|rtree_|sqlite_|ogr_empty_table$)/iu;

/** Undefined if the database is no GeoPackage. Throws what SQLite says of a damaged one. */
export function findTables(database: Database): FoundTables | undefined {
  const names = database
    .all("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")
    .map(([name]) => String(name));
  const stored = new Set(
    database.all("SELECT name FROM sqlite_master WHERE type = 'table'").map(([name]) => String(name)),
  );
  const nameOf = new Map(names.map((name) => [name.toLowerCase(), name]));
  if (!nameOf.has('gpkg_contents')) return undefined;
  const places = nameOf.has('gpkg_geometry_columns')
    ? database.all('SELECT table_name, column_name, srs_id FROM gpkg_geometry_columns')
    : [];
  const placeOf = new Map(
    places.map(([table, column, srs]) => [String(table).toLowerCase(), { column: String(column), srs }]),
  );
  const layers: LayerTable[] = [];
  for (const [listed, type] of database.all('SELECT table_name, data_type FROM gpkg_contents')) {
    const name = nameOf.get(String(listed).toLowerCase());
    // A view may hold a query without end: only tables are read.
    if (name === undefined || !stored.has(name) || !LAYER_TYPES.has(type) || name === STYLES) continue;
    const place = placeOf.get(name.toLowerCase());
    const crs = place && crsOf(database, Number(place.srs));
    layers.push({
      name,
      columns: columnsOf(database, name),
      ...(place ? { geometryColumn: place.column } : {}),
      ...(crs === undefined ? {} : { crs }),
    });
  }
  const read = new Set(layers.map(({ name }) => name));
  return { layers, others: names.filter((name) => !read.has(name) && !OWN_TABLE.test(name)) };
}

function columnsOf(database: Database, table: string): TableColumn[] {
  const found = database.all(`PRAGMA table_info(${quoteName(table)})`);
  return found.map(([, name, type]) => ({ name: String(name), type: String(type).toUpperCase() }));
}

/** `EPSG:n` where it ships with the app, else the definition if it can be read; undefined where the package says that it is undefined. */
function crsOf(database: Database, srs: number): string | undefined {
  if (!(srs > 0)) return undefined;
  const sql = 'SELECT organization, organization_coordsys_id, definition FROM gpkg_spatial_ref_sys WHERE srs_id = ?';
  const [found] = database.all(sql, [srs]);
  if (!found) return `EPSG:${srs}`;
  const code = `${String(found[0]).toUpperCase()}:${String(found[1])}`;
  const definition = String(found[2]);
  return nameCrs(code).ok || !nameCrs(definition).ok ? code : definition;
}
