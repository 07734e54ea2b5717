/** Makes small GeoPackages for tests, with SQLite itself. */
import initSqlJs, { type SqlDatabase } from 'sql.js/dist/sql-wasm-inline.js';

export const { Database: Sqlite } = await initSqlJs();

/** A point as GeoPackage stores it: little-endian, no envelope. */
export function pointBlob(x: number, y: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(29));
  view.setUint32(0, 0x47500001);
  view.setUint8(8, 1);
  view.setUint32(9, 1, true);
  view.setFloat64(13, x, true);
  view.setFloat64(21, y, true);
  return new Uint8Array(view.buffer);
}

/** The tables that every package has, a few reference systems, no layer. */
export function createPackage(): SqlDatabase {
  const database = new Sqlite();
  database.run(`
    PRAGMA application_id = 0x47504B47;
    CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT, srs_id INTEGER PRIMARY KEY, organization TEXT, organization_coordsys_id INTEGER, definition TEXT, description TEXT);
    CREATE TABLE gpkg_contents (table_name TEXT PRIMARY KEY, data_type TEXT, identifier TEXT, description TEXT, last_change DATETIME, min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER);
    CREATE TABLE gpkg_geometry_columns (table_name TEXT PRIMARY KEY, column_name TEXT, geometry_type_name TEXT, srs_id INTEGER, z TINYINT, m TINYINT);
    INSERT INTO gpkg_spatial_ref_sys VALUES
      ('WGS 84', 4326, 'EPSG', 4326, 'GEOGCS["WGS 84"]', ''),
      ('CGCS2000', 4526, 'epsg', 4526, 'PROJCS["…"]', ''),
      ('own', 100001, 'NONE', 100001, 'PROJCS["own",GEOGCS["GCS",DATUM["D",SPHEROID["GRS80",6378137,298.257222101]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",0],PARAMETER["central_meridian",113.6],PARAMETER["scale_factor",1],PARAMETER["false_easting",500000],PARAMETER["false_northing",0],UNIT["metre",1]]', ''),
      ('undefined', -1, 'NONE', -1, 'undefined', '');`);
  return database;
}

/** `columns` as SQL, behind the key and the geometry. */
export function addLayer(database: SqlDatabase, name: string, columns: string, srs = 4326): void {
  const quoted = `"${name.replaceAll('"', '""')}"`;
  database.run(`CREATE TABLE ${quoted} (fid INTEGER PRIMARY KEY AUTOINCREMENT, geom POINT${columns})`);
  database.run("INSERT INTO gpkg_contents (table_name, data_type, srs_id) VALUES (?, 'features', ?)", [name, srs]);
  database.run("INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', 'POINT', ?, 0, 0)", [name, srs]);
}
