/** A scene's hotspots come onto the map in the order of their time, up to the scene's own. */
import { growTime } from '../../briefing/scene-time.ts';
import type { AppServices } from '../app-context.tsx';
import { until } from './until.ts';

const PLAY_MS = 3000;
/** Eight pictures a second: what a weak machine draws too. */
const MOST_STEPS = 24;
const PATIENCE_MS = 5000;

/** Broken off, the scene's own time is put there at once, unless somebody has set another. */
export async function playTime({ time }: AppServices, stop: AbortSignal): Promise<void> {
  time.setState({ isAsked: true });
  await until(time, ({ axis }) => axis !== undefined || stop.aborted, PATIENCE_MS);
  const { axis, range: own } = time.getState();
  if (stop.aborted || !axis) return;
  const steps = growTime(axis.edges, own, MOST_STEPS);
  let shown = own;
  for (const range of steps) {
    if (stop.aborted || time.getState().range !== shown) break;
    shown = range;
    time.setState({ range });
    if (range !== own) await pause(PLAY_MS / steps.length, stop);
  }
  if (time.getState().range === shown) time.setState({ range: own });
}

function pause(durationMs: number, stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, durationMs);
    stop.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
