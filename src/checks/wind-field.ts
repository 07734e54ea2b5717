/**
 * The wind anywhere in the workspace: that of the nearest station whose series has one for the time. Stations
 * are few: each question asks all. The same for both engines, which say where their stations stand.
 */
import { problem } from '../core/result.ts';
import type { Subject } from '../core/subject.ts';
import type { LayerNote } from '../model/findings.ts';
import { beijingClock } from '../model/instant.ts';
import type { Series } from '../model/series.ts';
import { findWindRow, readWind, type Wind } from '../rules/wind.ts';
import type { FeatureRef } from './check-input.ts';

export interface StationWind extends Wind {
  readonly station: FeatureRef;
  /** When it was read, as ISO text in Beijing time. */
  readonly time: string;
}

export interface WindField {
  /** Metres of the frame, milliseconds since 1970. Of equally near stations the first. NaN for a time has no wind. */
  at(x: number, y: number, timeMs: number): StationWind | undefined;
  /** Series whose station is nowhere to be found. */
  readonly notes: readonly LayerNote[];
}

export interface StationPlace {
  readonly ref: FeatureRef;
  readonly x: number;
  readonly y: number;
}

export function createWindField(
  series: readonly Series[],
  findStation: (subject: Subject) => StationPlace | undefined,
): WindField {
  const stations: Station[] = [];
  const notes: LayerNote[] = [];
  for (const readings of series) {
    const place = findStation(readings.station);
    const { layer, feature } = readings.station;
    if (place) stations.push({ place, readings, winds: new Map() });
    else
      notes.push({
        layer,
        problem: problem('series-station-missing', { series: readings.id, station: feature }, { layer, feature }),
      });
  }
  return {
    at(x, y, timeMs) {
      let nearest: Station | undefined;
      let nearestRow = -1;
      let least = Infinity;
      for (const station of stations) {
        const squared = (station.place.x - x) ** 2 + (station.place.y - y) ** 2;
        if (squared >= least) continue;
        const row = findWindRow(station.readings, timeMs);
        if (row < 0) continue;
        nearest = station;
        nearestRow = row;
        least = squared;
      }
      return nearest && windOf(nearest, nearestRow);
    },
    notes,
  };
}

interface Station {
  readonly place: StationPlace;
  readonly readings: Series;
  /** By row of the readings: thousands of hotspots share an hour. */
  readonly winds: Map<number, StationWind>;
}

function windOf({ place, readings, winds }: Station, row: number): StationWind {
  const known = winds.get(row);
  if (known) return known;
  const timeMs = readings.timesMs[row]!;
  const wind: StationWind = { ...readWind(readings, row), station: place.ref, time: beijingTime(timeMs) };
  winds.set(row, wind);
  return wind;
}

function beijingTime(ms: number): string {
  return `${beijingClock(ms).slice(0, 19)}+08:00`;
}
