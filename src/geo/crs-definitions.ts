/** The coordinate systems that ship with the app, as proj4 strings by EPSG number. Made by rule where a family is regular. */

const GRS80 = '+ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs';

/** Gauss-Krüger on CGCS2000 (its ellipsoid is GRS80 to 0.1 mm). x is east, y is north, as files hold them. */
const gaussKruger = (meridian: number, falseEasting: number) =>
  `+proj=tmerc +lat_0=0 +lon_0=${meridian} +k=1 +x_0=${falseEasting} +y_0=0 ${GRS80}`;

const SINGLE: Readonly<Record<number, string>> = {
  4326: '+proj=longlat +datum=WGS84 +no_defs',
  4490: '+proj=longlat +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +no_defs',
  3857: '+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null +no_defs',
  // Massachusetts mainland, in metres and in US survey feet: the tests' real city is kept in it.
  26986: `+proj=lcc +lat_0=41 +lon_0=-71.5 +lat_1=42.6833333333333 +lat_2=41.7166666666667 +x_0=200000 +y_0=750000 ${GRS80}`,
  2249: '+proj=lcc +lat_0=41 +lon_0=-71.5 +lat_1=42.6833333333333 +lat_2=41.7166666666667 +x_0=200000.0001016 +y_0=750000 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=us-ft +no_defs',
};

/** The definition of an EPSG number; undefined if it does not ship with the app. */
export function definitionOfEpsg(code: number): string | undefined {
  return SINGLE[code] ?? cgcs2000Zone(code) ?? utmZone(code);
}

/** EPSG 4491-4501: 6° zones 13-23 with the zone number before the easting; 4502-4512: the same without; 4513-4533 and 4534-4554: 3° zones 25-45. */
function cgcs2000Zone(code: number): string | undefined {
  if (code >= 4491 && code <= 4501) {
    const zone = code - 4491 + 13;
    return gaussKruger(6 * zone - 3, zone * 1_000_000 + 500_000);
  }
  if (code >= 4502 && code <= 4512) return gaussKruger(6 * (code - 4502 + 13) - 3, 500_000);
  if (code >= 4513 && code <= 4533) {
    const zone = code - 4513 + 25;
    return gaussKruger(3 * zone, zone * 1_000_000 + 500_000);
  }
  if (code >= 4534 && code <= 4554) return gaussKruger(3 * (code - 4534 + 25), 500_000);
  return undefined;
}

function utmZone(code: number): string | undefined {
  const zone = code % 100;
  if (zone < 1 || zone > 60) return undefined;
  const hundreds = (code - zone) / 100;
  if (hundreds === 326) return `+proj=utm +zone=${zone} +datum=WGS84 +units=m +no_defs`;
  if (hundreds === 327) return `+proj=utm +zone=${zone} +south +datum=WGS84 +units=m +no_defs`;
  return undefined;
}
