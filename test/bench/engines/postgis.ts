/**
 * PostGIS, where DATABASE_URL names a server: plane geometries without a reference system in a schema
 * of their own, GiST indexes, analysed, the server's own settings. Times are those of the client, of
 * queries that return a single row.
 */
import type { Client } from 'pg';
import type { PackedLayer } from '../../../src/geo/packed-layer.ts';
import type { BenchData } from '../district/district.ts';
import {
  type Answer,
  type JoinName,
  NEAREST_COUNT,
  NEAREST_METERS,
  NO_AREA_SQUARE_METERS,
  ROUTE_DISTANCE_METERS,
} from '../joins.ts';
import type { Peer } from './peer.ts';
import { formatLineWkb, formatPointWkb, formatPolygonWkb } from './wkb.ts';

const SCHEMA = 'chentu_bench';
const ROWS_PER_INSERT = 5000;
/** Routes are cut to at most so many corners: as usually written, D is thirty times slower. */
const CORNERS_PER_PIECE = 16;

const SHARE = `case when ST_CoveredBy(s.g, z.g) then ST_Area(s.g) else ST_Area(ST_Intersection(s.g, z.g)) end`;

const QUERIES: { readonly [join in JoinName]: string } = {
  A: `select count(*) found, sum((h.id + 1)::float8 * (z.id + 1)) checksum
      from hotspots h join zones z on ST_Intersects(z.g, h.g)`,
  B1: `select count(*) found, sum((s.id + 1)::float8 * (z.id + 1)) checksum
       from sources s join zones z on ST_Intersects(s.g, z.g)`,
  B2: `select count(*) filter (where area > ${NO_AREA_SQUARE_METERS}) found, sum(area) area
       from (select distinct on (source) source, zone, area
             from (select s.id source, z.id zone, ${SHARE} area
                   from sources s join zones z on ST_Intersects(s.g, z.g)) shares
             order by source, area desc, zone) largest`,
  C: `select count(*) found, sum((a + 1)::float8 * (b + 1)) checksum, sum(area) area
      from (select x.id a, y.id b, ST_Area(ST_Intersection(x.g, y.g)) area
            from zones x join zones y on x.id < y.id and ST_Intersects(x.g, y.g)) shares
      where area > ${NO_AREA_SQUARE_METERS}`,
  D: `select count(*) found, sum((s.id + 1)::float8) checksum from sources s
      where not exists (select 1 from route_pieces r where ST_DWithin(s.g, r.g, ${ROUTE_DISTANCE_METERS}))`,
  E: `select count(*) filter (where area > ${NO_AREA_SQUARE_METERS}) found, sum(area) area
      from (select coalesce(
              (select ST_Area(ST_Difference(s.g, ST_Union(z.g))) from zones z
               where z.served and ST_Intersects(z.g, s.g)), ST_Area(s.g)) area
            from sources s) uncovered`,
  F: `select count(*) found, sum(meters) distance
      from hotspots h cross join lateral
        (select h.g <-> s.g meters from sources s where ST_DWithin(h.g, s.g, ${NEAREST_METERS})
         order by h.g <-> s.g limit ${NEAREST_COUNT}) nearest`,
};

/** Counts come as text, and a sum of nothing as null. */
interface AnswerRow {
  readonly found: string;
  readonly checksum?: number | null;
  readonly area?: number | null;
  readonly distance?: number | null;
}

export const postgis: Peer = {
  name: 'postgis',
  setup: 'GiST, routes subdivided, server settings as they are',
  gridMeters: 0,
  async available() {
    if (!process.env.DATABASE_URL) return { missing: 'DATABASE_URL is not set' };
    try {
      const client = await connect();
      const { rows } = await client.query<{ postgres: string; postgis: string }>(
        `select current_setting('server_version') postgres, postgis_full_version() postgis`,
      );
      await client.end();
      const { postgres, postgis: full } = rows[0]!;
      const part = (name: string) => new RegExp(`${name}="([^" ]+)`).exec(full)?.[1] ?? '?';
      return { version: `PostGIS ${part('POSTGIS')}, GEOS ${part('GEOS')}, PostgreSQL ${postgres}` };
    } catch (error) {
      return { missing: `the server of DATABASE_URL did not answer (${String(error)})` };
    }
  },
  async prepare(data, { budgetMs }) {
    const client = await connect();
    await load(client, data);
    await client.query(`set statement_timeout = ${Math.round(budgetMs)}`);
    const ask = async (join: JoinName): Promise<Answer> => {
      const { rows } = await client.query<AnswerRow>({ name: join, text: QUERIES[join] });
      const { found, checksum, area, distance } = rows[0]!;
      return {
        found: Number(found),
        ...(checksum !== undefined && { checksum: Number(checksum) }),
        ...(area !== undefined && { areaSquareMeters: Number(area) }),
        ...(distance !== undefined && { distanceMeters: Number(distance) }),
      };
    };
    return {
      joins: {
        A: () => ask('A'),
        B1: () => ask('B1'),
        B2: () => ask('B2'),
        C: () => ask('C'),
        D: () => ask('D'),
        E: () => ask('E'),
        F: () => ask('F'),
      },
      async close() {
        await client.query(`drop schema if exists ${SCHEMA} cascade`);
        await client.end();
      },
    };
  },
};

async function connect(): Promise<Client> {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  return client;
}

async function load(client: Client, data: BenchData): Promise<void> {
  await client.query(`drop schema if exists ${SCHEMA} cascade; create schema ${SCHEMA};
    set search_path = ${SCHEMA}, public;
    create unlogged table sources (id int, g geometry); create unlogged table zones (id int, served bool, g geometry);
    create unlogged table routes (id int, g geometry); create unlogged table hotspots (id int, g geometry)`);
  await insert(client, 'sources', data.sources, formatPolygonWkb);
  await insert(client, 'zones', data.zones, formatPolygonWkb);
  await insert(client, 'routes', data.routes, formatLineWkb);
  await insert(client, 'hotspots', data.hotspots, formatPointWkb);
  await client.query('update zones set served = id = any($1)', [
    Array.from(data.served.keys()).filter((zone) => data.served[zone] === 1),
  ]);
  await client.query(`create table route_pieces as select id, ST_Subdivide(g, ${CORNERS_PER_PIECE}) g from routes`);
  for (const table of ['sources', 'zones', 'route_pieces', 'hotspots']) {
    await client.query(`create index on ${table} using gist (g)`);
    await client.query(`vacuum analyze ${table}`);
  }
}

async function insert(
  client: Client,
  table: string,
  layer: PackedLayer,
  format: (layer: PackedLayer, feature: number) => Buffer,
): Promise<void> {
  for (let first = 0; first < layer.count; first += ROWS_PER_INSERT) {
    const ids = Array.from({ length: Math.min(ROWS_PER_INSERT, layer.count - first) }, (_, i) => first + i);
    await client.query(
      `insert into ${table} (id, g) select id, ST_GeomFromWKB(g) from unnest($1::int[], $2::bytea[]) rows (id, g)`,
      [ids, ids.map((feature) => format(layer, feature))],
    );
  }
}
