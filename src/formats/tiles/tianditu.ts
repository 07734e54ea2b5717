/**
 * 天地图 as tile templates: three sets, each with its Chinese annotation, in the Web Mercator matrix set `w`.
 * Source: the service's public description (http://lbs.tianditu.gov.cn/server/MapService.html).
 */
export const TIANDITU_SETS = ['vec', 'img', 'ter'] as const;
export type TiandituSet = (typeof TIANDITU_SETS)[number];

export const TIANDITU_ORIGIN = 'https://t0.tianditu.gov.cn';

interface TiandituTiles {
  readonly ground: string;
  readonly annotation: string;
  readonly maxZoom: number;
}

const ANNOTATIONS: Readonly<Record<TiandituSet, string>> = { vec: 'cva', img: 'cia', ter: 'cta' };
const MAX_ZOOMS: Readonly<Record<TiandituSet, number>> = { vec: 18, img: 18, ter: 14 };

/** One host of the eight: over HTTP/2 more of them gain nothing, and fewer have to be allowed. */
export function tiandituTiles(set: TiandituSet, key: string): TiandituTiles {
  return { ground: template(set, key), annotation: template(ANNOTATIONS[set], key), maxZoom: MAX_ZOOMS[set] };
}

function template(layer: string, key: string): string {
  const query = [
    'SERVICE=WMTS',
    'REQUEST=GetTile',
    'VERSION=1.0.0',
    `LAYER=${layer}`,
    'STYLE=default',
    'TILEMATRIXSET=w',
    'FORMAT=tiles',
    'TILEMATRIX={z}',
    'TILEROW={y}',
    'TILECOL={x}',
    `tk=${encodeURIComponent(key)}`,
  ];
  return `${TIANDITU_ORIGIN}/${layer}_w/wmts?${query.join('&')}`;
}
