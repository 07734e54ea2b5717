/** What became of bare soil, date by date, and how its clocks stand: plain data for the card. */
import { type FeatureBatch, textAt } from '../../model/feature-batch.ts';
import { DAY_MS, earliestInstant, HOUR_MS } from '../../model/instant.ts';

export interface Episode {
  readonly field: 'openedAt' | 'treatedAt' | 'reopenedAt';
  readonly date: string;
}

const FIELDS = ['openedAt', 'treatedAt', 'reopenedAt'] as const;

/** In the order of time; what cannot be read as a date comes last, as the ledger has it. */
export function listEpisodes(batch: FeatureBatch, index: number): Episode[] {
  return FIELDS.flatMap((field) => {
    const date = textAt(batch, field, index);
    return date === undefined ? [] : [{ field, date }];
  }).sort((a, b) => timeOf(a) - timeOf(b));
}

function timeOf({ date }: Episode): number {
  const instant = earliestInstant(date);
  return Number.isNaN(instant) ? Number.POSITIVE_INFINITY : instant;
}

export interface TimeLeft {
  readonly isOver: boolean;
  readonly days: number;
  readonly hours: number;
}

/** Whole days and begun hours to a deadline, or since it. Exactly at it nothing is over. */
export function timeLeft(deadline: number, now: number): TimeLeft {
  const isOver = now > deadline;
  const hours = Math.ceil(Math.abs(deadline - now) / HOUR_MS);
  const perDay = DAY_MS / HOUR_MS;
  return { isOver, days: Math.floor(hours / perDay), hours: hours % perDay };
}
