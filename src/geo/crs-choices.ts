/** The coordinate systems that ledgers of a Chinese district are in, for a list to choose from. */
import { definitionOfEpsg } from './crs-definitions.ts';

export interface CrsChoice {
  /** `EPSG:n` */
  readonly code: string;
  /** `zone3`, `zone6`: Gauss-Krüger on CGCS2000; `numbered` ones carry the zone in their eastings. */
  readonly family: 'degrees' | 'mercator' | 'zone3' | 'zone3Numbered' | 'zone6' | 'zone6Numbered';
  /** Of zones. */
  readonly centralMeridian?: number;
}

const FAMILIES = [
  ['zone3', 4534, 4554],
  ['zone3Numbered', 4513, 4533],
  ['zone6', 4502, 4512],
  ['zone6Numbered', 4491, 4501],
] as const;

/** Degrees first, then the zones, those whose meridian is nearest to a longitude before the others. */
export function crsChoices(nearLongitude = 113): readonly CrsChoice[] {
  const zones = FAMILIES.flatMap(([family, first, last]) =>
    Array.from({ length: last - first + 1 }, (_, at): CrsChoice => {
      const centralMeridian = Number(/\+lon_0=(\d+)/u.exec(definitionOfEpsg(first + at) ?? '')?.[1]);
      return { code: `EPSG:${first + at}`, family, centralMeridian };
    }).sort((a, b) => distance(a, nearLongitude) - distance(b, nearLongitude)),
  );
  return [{ code: 'EPSG:4326', family: 'degrees' }, { code: 'EPSG:3857', family: 'mercator' }, ...zones];
}

const distance = ({ centralMeridian = 0 }: CrsChoice, longitude: number): number =>
  Math.abs(centralMeridian - longitude);
