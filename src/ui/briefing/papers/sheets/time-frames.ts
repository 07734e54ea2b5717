/** Hotspots through time, drawn picture by picture and not as fast as it goes: the same frames on every machine. */
import { ANIMATION_PAGE } from '../../../../briefing/sheets/sheet-pages.ts';
import type { TimeAxis } from '../../../../checks/hotspots/time-axis.ts';
import { fail, ok, type Result } from '../../../../core/result.ts';
import type { AppServices } from '../../../app-context.tsx';
import type { RunningTask } from '../../../running-work.ts';
import { rangeOf, windowText } from '../../../time/time-window.ts';
import { makeSheet } from './make-sheet.ts';
import type { SheetRequest } from './sheet-request.ts';

/** A minute of pictures; of a longer time the last ones. */
const MOST_FRAMES = 90;
/** The time pane's part is fetched when it is first wanted. */
const PATIENCE_MS = 20_000;

/** Fails where no hotspot has a time, and when cancelled. `onFrame` is given a canvas that is used again by nobody. */
export async function drawTimeFrames(
  services: AppServices,
  request: Omit<SheetRequest, 'page' | 'denominator'>,
  { signal, onProgress }: RunningTask,
  onFrame: (canvas: HTMLCanvasElement) => void | Promise<void>,
): Promise<Result<number>> {
  const { time, view } = services;
  const { drawer } = view.getState();
  const before = time.getState().range;
  try {
    const axis = await wakeTime(services);
    if (!axis) return fail('sheets-no-times');
    const bins = axis.edges.length - 1;
    const first = Math.max(bins - MOST_FRAMES, 0);
    for (let bin = first; bin < bins; bin++) {
      const subtitle = windowText(axis, [bin, bin + 1]);
      onProgress({ stage: 'pictures', done: bin - first, total: bins - first, detail: subtitle });
      time.setState({ range: rangeOf(axis, [bin, bin + 1]), playing: false });
      const made = await makeSheet(
        services,
        { ...request, subtitle, page: ANIMATION_PAGE, denominator: 'round' },
        signal,
      );
      if (!made.ok) return made;
      await onFrame(made.value.canvas);
    }
    return ok(bins - first);
  } finally {
    time.setState({ range: before });
    view.setState({ drawer });
  }
}

async function wakeTime({ time, view }: AppServices): Promise<TimeAxis | undefined> {
  if (time.getState().table) return time.getState().axis;
  view.setState({ drawer: 'time' });
  await new Promise<void>((resolve) => {
    const timer = setTimeout(finish, PATIENCE_MS);
    const stop = time.subscribe(({ table, filtered }) => {
      if (table && filtered) finish();
    });
    function finish() {
      clearTimeout(timer);
      stop();
      resolve();
    }
  });
  return time.getState().axis;
}
