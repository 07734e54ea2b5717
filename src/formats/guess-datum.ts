/** Which datum a layer may be in, from what the file itself shows. Says so where nothing can be said. */
import { type Problem, problem } from '../core/result.ts';
import { nameCrs } from '../geo/crs.ts';
import type { Datum } from '../model/workspace.ts';

export interface DatumGuess {
  /** Undefined where the file alone cannot tell. */
  readonly datum: Datum | undefined;
  /** Sentences: `datum-guess-…`. */
  readonly reasons: readonly Problem[];
}

/** min longitude, min latitude, max longitude, max latitude */
export type Bounds = readonly [number, number, number, number];

const NAMED: readonly (readonly [RegExp, Datum])[] = [
  [/gcj-?_?02|火星|高德|腾讯|amap|gaode/iu, 'gcj02'],
  [/bd-?_?09|百度|baidu/iu, 'bd09'],
  [/wgs-?_?84|cgcs-?_?2000|国家2000|大地坐标/iu, 'wgs84'],
];

/** `names` are the file's, the layer's and the columns'. `bounds` undefined: a layer without positions. */
export function guessDatum(names: readonly string[], crs: string, bounds: Bounds | undefined): DatumGuess {
  for (const [pattern, datum] of NAMED) {
    const name = names.find((candidate) => pattern.test(candidate));
    if (name !== undefined) return { datum, reasons: [problem('datum-guess-named', { name, datum })] };
  }
  if (names.includes('adcode') && (names.includes('childrenNum') || names.includes('acroutes'))) {
    return { datum: 'gcj02', reasons: [problem('datum-guess-datav')] };
  }
  if (bounds && !meetsChina(bounds)) return { datum: 'wgs84', reasons: [problem('datum-guess-outside')] };
  const found = nameCrs(crs);
  if (bounds && found.ok && !found.value.isGeographic && found.value.code !== 'EPSG:3857') {
    return { datum: 'wgs84', reasons: [problem('datum-guess-china-projected', { crs: found.value.code })] };
  }
  return { datum: undefined, reasons: bounds ? [problem('datum-guess-open')] : [] };
}

/** The box within which the shifts apply. */
function meetsChina([minLon, minLat, maxLon, maxLat]: Bounds): boolean {
  return maxLon >= 72 && minLon <= 137.9 && maxLat >= 0.8 && minLat <= 55.9;
}
