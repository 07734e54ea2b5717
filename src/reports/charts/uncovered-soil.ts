/**
 * How much bare soil lay uncovered at the end of each month, by the dates of the ledger as it is now: patches
 * opened, treated and bare again. The last point is the clock of the check, where the status is believed.
 * What cannot be dated is said apart and drawn in no month.
 */
import type { SoilFact } from '../../checks/chart-fact-types.ts';
import { earliestInstant, latestInstant } from '../../model/instant.ts';
import { dayOf, endOfMonth, monthOf } from './beijing-time.ts';

export interface MonthlyUncovered {
  /** `2026-10` for the end of a month; the last one is the day of the check, `2026-11-23`. */
  readonly points: readonly string[];
  /** m² at each point: a line for each zone, and a last one for what lies outside of them all. */
  readonly areaByZone: readonly (readonly number[])[];
  /** Bare now, and nobody knows since when. */
  readonly undatedBare: { readonly count: number; readonly areaSquareMeters: number };
  /** Treated now, and when it was bare is not known. */
  readonly undatedTreated: number;
  /** Uncovered by their status though treated by their dates: the status is believed. */
  readonly contradictory: number;
  /** Bare at some point and of no known area. */
  readonly unmeasured: number;
}

export const MOST_MONTHS = 12;

/** Undated or bare patches of any status that is not a treatment. */
const TREATED: ReadonlySet<string> = new Set(['netted', 'greened', 'hardened']);

/** Whether a patch is bare at an instant by its dates alone; before its first opening it is not. */
function isBareByDates(history: SoilHistory, instant: number): boolean {
  const opened = latest(history.openings, instant);
  if (opened === undefined) return false;
  const { treated } = history;
  const isTreated = treated !== undefined && treated.from <= instant && treated.until >= opened;
  return !isTreated;
}

function latest(instants: readonly number[], until: number): number | undefined {
  return instants.filter((instant) => instant <= until).reduce<number | undefined>(greater, undefined);
}
const greater = (a: number | undefined, b: number) => (a === undefined || b > a ? b : a);

interface SoilHistory {
  readonly openings: readonly number[];
  readonly treated: { readonly from: number; readonly until: number } | undefined;
  readonly isBareNow: boolean;
  /** The dates tell when it was bare. */
  readonly isDated: boolean;
  readonly isContradictory: boolean;
}

/** Dates after the clock are plans and count for nothing, as in the checks (checks/controls.ts). */
function readHistory(fact: SoilFact, now: number): SoilHistory {
  const past = (text: string | undefined) => {
    const instant = text === undefined ? Number.NaN : earliestInstant(text);
    return instant <= now ? instant : undefined;
  };
  const openings = [past(fact.openedAt), past(fact.reopenedAt)].filter((instant) => instant !== undefined);
  const from = past(fact.treatedAt);
  const treated = from === undefined ? undefined : { from, until: latestInstant(fact.treatedAt as string) };
  const dates = { openings, treated, isBareNow: false, isDated: true, isContradictory: false };
  if (fact.status === 'uncovered') {
    const isContradictory = treated !== undefined && !isBareByDates(dates, now);
    if (!isContradictory) return { ...dates, isBareNow: true, isDated: openings.length > 0 };
    // Treated, and uncovered all the same: bare since its opening, else since the treatment at the latest.
    const known = openings.length > 0 || from === undefined ? openings : [from];
    return { ...dates, openings: known, treated: undefined, isBareNow: true, isContradictory };
  }
  const isTreatedByWord = fact.status !== undefined && TREATED.has(fact.status);
  if (isTreatedByWord && treated === undefined) return { ...dates, isDated: false };
  if (openings.length === 0) return { ...dates, isBareNow: treated === undefined, isDated: false };
  return { ...dates, isBareNow: isBareByDates(dates, now) };
}

/** Whether a patch lies bare at the clock, by its status and dates as the checks read them. */
export function isBareNow(fact: SoilFact, now: number): boolean {
  return readHistory(fact, now).isBareNow;
}

/**
 * No points without a clock. Months before the first opening are left out, and more than twelve points.
 * O(patches × points).
 */
export function sumUncoveredByMonth(soil: readonly SoilFact[], zoneCount: number, now: number): MonthlyUncovered {
  const histories = soil.map((fact) => readHistory(fact, now));
  const first = histories
    .flatMap(({ openings, isDated }) => (isDated ? openings : []))
    .reduce((least, instant) => Math.min(least, instant), now);
  const instants = Number.isNaN(now) ? [] : listInstants(first, now);
  const areaByZone = Array.from({ length: zoneCount + 1 }, () => instants.map(() => 0));
  let [undatedCount, undatedArea, undatedTreated, contradictory, unmeasured] = [0, 0, 0, 0, 0];
  for (const [index, history] of histories.entries()) {
    const { zone, areaSquareMeters } = soil[index]!;
    if (history.isContradictory) contradictory++;
    if (!history.isDated) {
      if (history.isBareNow) {
        undatedCount++;
        undatedArea += areaSquareMeters ?? 0;
      } else undatedTreated++;
      continue;
    }
    const line = areaByZone[zone < 0 ? zoneCount : zone]!;
    let wasBare = false;
    for (const [point, instant] of instants.entries()) {
      const isBare = point === instants.length - 1 ? history.isBareNow : isBareByDates(history, instant);
      if (!isBare) continue;
      wasBare = true;
      line[point]! += areaSquareMeters ?? 0;
    }
    if (wasBare && areaSquareMeters === undefined) unmeasured++;
  }
  return {
    points: instants.map((instant, index) => (index === instants.length - 1 ? dayOf(now) : monthOf(instant - 1))),
    areaByZone,
    undatedBare: { count: undatedCount, areaSquareMeters: undatedArea },
    undatedTreated,
    contradictory,
    unmeasured,
  };
}

/** Ends of months from that of the first opening to the last one before the clock, then the clock. */
function listInstants(first: number, now: number): number[] {
  const month = monthOf(now);
  const ends: number[] = [];
  for (let back = MOST_MONTHS - 1; back >= 1; back--) {
    const end = endOfMonth(month, -back);
    if (end > first && end < now) ends.push(end);
  }
  return [...ends, now];
}
