import { describe, expect, it } from 'vitest';
import { findCrs } from './crs.ts';

async function requireCrs(text: string) {
  const found = await findCrs(text);
  if (!found.ok) throw new Error(`${found.problem.code} for ${text}`);
  return found.value;
}

describe('findCrs', () => {
  // echo "113.6 34.7" | gdaltransform -s_srs EPSG:4326 -t_srs EPSG:4547 -output_xy   (GDAL 3.6.2, PROJ 9.1.1)
  it.each([
    [4326, 113.6, 34.7, 113.6, 34.7],
    [4490, 113.6, 34.7, 113.6, 34.7],
    [4496, 113.6, 34.7, 19288977.5488086, 3875170.75975073],
    [4507, 113.6, 34.7, 1288977.54880857, 3875170.75975073],
    [4526, 113.6, 34.7, 38463351.8562275, 3841384.37859984],
    [4547, 113.6, 34.7, 463351.856227516, 3841384.37859984],
    [3857, 113.6, 34.7, 12645894.1541159, 4123186.70966886],
    [32650, 113.6, 34.7, 188551.468646648, 3845039.32912636],
    [32750, 113.6, -34.7, 188551.468646648, 6154960.67087364],
    [26986, -71.1056, 42.3751, 232482.617626696, 902807.934553512],
    [2249, -71.1056, 42.3751, 762736.721663585, 2961962.36528098],
  ])('EPSG:%d', async (code, longitude, latitude, x, y) => {
    const crs = await requireCrs(`EPSG:${code}`);
    const forward = crs.fromLonLat(longitude, latitude);
    const unit = crs.isGeographic ? 1e-9 : 1e-3;
    expect(Math.abs(forward[0] - x)).toBeLessThan(unit);
    expect(Math.abs(forward[1] - y)).toBeLessThan(unit);
    const back = crs.toLonLat(x, y);
    expect(Math.abs(back[0] - longitude)).toBeLessThan(1e-8);
    expect(Math.abs(back[1] - latitude)).toBeLessThan(1e-8);
  });

  it('has every CGCS2000 zone, its meridian at the false easting', async () => {
    for (let code = 4491; code <= 4554; code++) {
      const crs = await requireCrs(String(code));
      const sixDegrees = code <= 4512;
      const zone = sixDegrees ? ((code - 4491) % 11) + 13 : ((code - 4513) % 21) + 25;
      const prefixed = code <= 4501 || (code >= 4513 && code <= 4533);
      const [longitude, latitude] = crs.toLonLat((prefixed ? zone * 1e6 : 0) + 500_000, 3_841_000);
      expect(longitude).toBeCloseTo(sixDegrees ? 6 * zone - 3 : 3 * zone, 9);
      expect(latitude).toBeCloseTo(34.7, 1);
    }
  });

  it.each([
    'urn:ogc:def:crs:EPSG::4547',
    'http://www.opengis.net/def/crs/EPSG/0/4547',
    'epsg:4547',
    ' 4547 ',
    '+proj=tmerc +lat_0=0 +lon_0=114 +k=1 +x_0=500000 +y_0=0 +ellps=GRS80 +units=m',
  ])('understands %s', async (text) => {
    expect((await requireCrs(text)).fromLonLat(113.6, 34.7)[0]).toBeCloseTo(463351.856, 3);
  });

  it('needs no false origin in a proj4 string', async () => {
    // echo "113.9 34.9" | cs2cs -f %.9f +proj=longlat +ellps=WGS84 +to +proj=laea +lat_0=34.7 +lon_0=113.6 +ellps=WGS84
    const [x, y] = (await requireCrs('+proj=laea +lat_0=34.7 +lon_0=113.6 +ellps=WGS84')).fromLonLat(113.9, 34.9);
    expect(x).toBeCloseTo(27419.807232745, 6);
    expect(y).toBeCloseTo(22228.063573572, 6);
  });

  it('takes CRS84 as longitude, latitude', async () => {
    expect((await requireCrs('urn:ogc:def:crs:OGC:1.3:CRS84')).toLonLat(113, 34)).toEqual([113, 34]);
  });

  it.each(['EPSG:9999', 'beijing54', '', 'EPSG:32661'])('does not know %j', async (text) => {
    expect(await findCrs(text)).toMatchObject({ ok: false, problem: { code: 'crs-unknown' } });
  });

  it('says that a definition cannot be read', async () => {
    expect(await findCrs('+proj=nonsense')).toMatchObject({ ok: false, problem: { code: 'crs-malformed' } });
  });

  it('answers NaN, not an exception, for a coordinate that is none', async () => {
    expect((await requireCrs('EPSG:4547')).toLonLat(Number.NaN, 1)).toEqual([Number.NaN, Number.NaN]);
  });
});
