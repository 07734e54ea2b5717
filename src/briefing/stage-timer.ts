/** The presenter's clocks: how long the briefing has been on, and a countdown that is started, held and set. Pure: the caller says what time it is. */

export interface StageTimer {
  /** When the briefing began, milliseconds of any clock. */
  readonly beganMs: number;
  readonly plannedMs: number;
  /** Of the countdown, before it was last started. */
  readonly spentMs: number;
  /** Undefined while it stands. */
  readonly runningSinceMs: number | undefined;
}

export const MINUTE_MS = 60_000;
const DEFAULT_PLANNED_MS = 15 * MINUTE_MS;
const LONGEST_PLANNED_MS = 180 * MINUTE_MS;
/** The last part of the countdown, in which it is to be noticed. */
const LAST_MS = 2 * MINUTE_MS;

export function beginTimer(nowMs: number): StageTimer {
  return { beganMs: nowMs, plannedMs: DEFAULT_PLANNED_MS, spentMs: 0, runningSinceMs: undefined };
}

export function toggleTimer(timer: StageTimer, nowMs: number): StageTimer {
  return timer.runningSinceMs === undefined
    ? { ...timer, runningSinceMs: nowMs }
    : { ...timer, spentMs: spentOf(timer, nowMs), runningSinceMs: undefined };
}

/** Between one minute and three hours. */
export function planTimer(timer: StageTimer, minutesMore: number): StageTimer {
  const plannedMs = timer.plannedMs + minutesMore * MINUTE_MS;
  return { ...timer, plannedMs: Math.max(MINUTE_MS, Math.min(LONGEST_PLANNED_MS, plannedMs)) };
}

export function resetTimer(timer: StageTimer): StageTimer {
  return { ...timer, spentMs: 0, runningSinceMs: undefined };
}

function spentOf({ spentMs, runningSinceMs }: StageTimer, nowMs: number): number {
  return runningSinceMs === undefined ? spentMs : spentMs + Math.max(0, nowMs - runningSinceMs);
}

/** Negative once the time is over. */
export function remainingOf(timer: StageTimer, nowMs: number): number {
  return timer.plannedMs - spentOf(timer, nowMs);
}

export type TimerState = 'held' | 'running' | 'ending' | 'over';

export function timerState(timer: StageTimer, nowMs: number): TimerState {
  const remaining = remainingOf(timer, nowMs);
  if (remaining <= 0) return 'over';
  if (timer.runningSinceMs === undefined) return 'held';
  return remaining <= LAST_MS ? 'ending' : 'running';
}

/** `12:05`, `1:02:05`, over time `-0:30`. Counts up to the second that has begun, whichever way it runs. */
export function formatSpan(spanMs: number): string {
  const seconds = Math.floor(Math.abs(spanMs) / 1000);
  const two = (value: number) => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const text = hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
  return spanMs <= -1000 ? `-${text}` : text;
}
