import { describe, expect, it } from 'vitest';
import { findCrs } from '../../geo/crs.ts';
import { createNoteList } from '../../model/note-list.ts';
import { readPrj } from './read-prj.ts';

const CGCS =
  'GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';
const WGS =
  'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';
const XIAN =
  'GEOGCS["GCS_Xian_1980",DATUM["D_Xian_1980",SPHEROID["Xian_1980",6378140.0,298.257]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';
const BEIJING =
  'GEOGCS["GCS_Beijing_1954",DATUM["D_Beijing_1954",SPHEROID["Krasovsky_1940",6378245.0,298.3]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';
const projected = (
  name: string,
  base: string,
  meridian: number,
  easting: number,
  more: Record<string, number> = {},
) => {
  const parameters = {
    False_Easting: easting,
    False_Northing: 0,
    Central_Meridian: meridian,
    Scale_Factor: 1,
    Latitude_Of_Origin: 0,
    ...more,
  };
  const list = Object.entries(parameters).map(([key, value]) => `PARAMETER["${key}",${value}]`);
  return `PROJCS["${name}",${base},PROJECTION["${more.Scale_Factor ? 'Transverse_Mercator' : 'Gauss_Kruger'}"],${list.join(',')},UNIT["Meter",1.0]]`;
};
const WEB = `PROJCS["WGS_1984_Web_Mercator_Auxiliary_Sphere",${WGS},PROJECTION["Mercator_Auxiliary_Sphere"],PARAMETER["False_Easting",0.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",0.0],PARAMETER["Standard_Parallel_1",0.0],PARAMETER["Auxiliary_Sphere_Type",0.0],UNIT["Meter",1.0]]`;

async function read(text: string) {
  const notes = createNoteList();
  const crs = await readPrj(text, notes);
  return { crs, codes: notes.finish().map(({ code }) => code) };
}

describe('.prj', () => {
  it.each([
    [WGS, 'EPSG:4326'],
    [CGCS, 'EPSG:4490'],
    [`\uFEFF${CGCS}\r\n\0`, 'EPSG:4490'],
    [projected('CGCS2000_3_Degree_GK_Zone_39', CGCS, 117, 39_500_000), 'EPSG:4527'],
    [projected('CGCS2000_3_Degree_GK_CM_117E', CGCS, 117, 500_000), 'EPSG:4548'],
    [projected('CGCS2000_3_Degree_GK_CM_114E', CGCS, 114, 500_000), 'EPSG:4547'],
    [projected('CGCS2000_GK_Zone_20', CGCS, 117, 20_500_000), 'EPSG:4498'],
    [projected('CGCS2000_GK_CM_117E', CGCS, 117, 500_000), 'EPSG:4509'],
    [projected('WGS_1984_UTM_Zone_50N', WGS, 117, 500_000, { Scale_Factor: 0.9996 }), 'EPSG:32650'],
    [projected('UTM_50S', WGS, 117, 500_000, { Scale_Factor: 0.9996, False_Northing: 10_000_000 }), 'EPSG:32750'],
    [WEB, 'EPSG:3857'],
    ['EPSG:4547', 'EPSG:4547'],
  ])('is known by number where it is a bundled system: %s', async (text, crs) => {
    expect(await read(text)).toEqual({ crs, codes: [] });
  });

  it.each([
    [XIAN, '+proj=longlat +a=6378140 +rf=298.257 +no_defs'],
    [
      projected('Xian_1980_3_Degree_GK_Zone_38', XIAN, 114, 38_500_000),
      '+proj=tmerc +lat_0=0 +lon_0=114 +k=1 +x_0=38500000 +y_0=0 +a=6378140 +rf=298.257 +units=m +no_defs',
    ],
    [
      projected('Beijing_1954_3_Degree_GK_CM_114E', BEIJING, 114, 500_000),
      '+proj=tmerc +lat_0=0 +lon_0=114 +k=1 +x_0=500000 +y_0=0 +a=6378245 +rf=298.3 +units=m +no_defs',
    ],
  ])('of 1980 and 1954 is told as not exact: %s', async (text, crs) => {
    expect(await read(text)).toEqual({ crs, codes: ['shapefile-datum-not-exact'] });
  });

  it('of a city of its own becomes a proj4 string that puts places where they are', async () => {
    const { crs, codes } = await read(projected('local', CGCS, 116.35, 300_000, { False_Northing: -3_800_000 }));
    expect(codes).toEqual([]);
    expect(crs).toBe(
      '+proj=tmerc +lat_0=0 +lon_0=116.35 +k=1 +x_0=300000 +y_0=-3800000 +ellps=GRS80 +towgs84=0,0,0 +units=m +no_defs',
    );
    const found = await findCrs(crs!);
    if (!found.ok) throw new Error(found.problem.code);
    const [longitude, latitude] = found.value.toLonLat(300_000, 0);
    expect(longitude).toBeCloseTo(116.35, 9);
    const standard = await findCrs('EPSG:4547');
    expect(latitude).toBeCloseTo(standard.ok ? standard.value.toLonLat(500_000, 3_800_000)[1] : 0, 9);
  });

  it('of another projection stays WKT, and nonsense states nothing', async () => {
    const lambert = `PROJCS["Asia_Lambert",${CGCS},PROJECTION["Lambert_Conformal_Conic"],\n PARAMETER["False_Easting",0],PARAMETER["False_Northing",0],PARAMETER["Central_Meridian",105],PARAMETER["Standard_Parallel_1",25],PARAMETER["Standard_Parallel_2",47],PARAMETER["Latitude_Of_Origin",0],UNIT["Meter",1]]`;
    expect((await read(lambert)).crs).toBe(lambert.replace(/\s+/gu, ' '));
    expect(await read(' \n')).toEqual({ crs: undefined, codes: [] });
    for (const text of ['PROJCS["x",nonsense', 'PROJCS["x"]', '<prj/>', 'LOCAL_CS["x"]']) {
      expect(await read(text)).toEqual({ crs: undefined, codes: ['shapefile-prj-unreadable'] });
    }
  });
});
