/**
 * What the page's own thread did, from the browser's trace: tasks with the processor time that they took,
 * which does not grow because something else runs on the machine, and the marks set meanwhile.
 */
const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'blink.user_timing'];
/** Work that scripts do, as the trace calls it; none of them holds another of them but for nested calls. */
const SCRIPTING = new Set([
  'FunctionCall',
  'EvaluateScript',
  'FireAnimationFrame',
  'TimerFire',
  'RunMicrotasks',
  'v8.compile',
]);

/** Begins at once; the answer ends it and gives the events of the page's thread in order of time. */
export async function startTrace(cdp) {
  await cdp.send('Tracing.start', { transferMode: 'ReturnAsStream', traceConfig: { includedCategories: CATEGORIES } });
  return async () => {
    const complete = new Promise((resolve) => cdp.once('Tracing.tracingComplete', resolve));
    await cdp.send('Tracing.end');
    const { stream } = await complete;
    let text = '';
    for (let eof = false; !eof; ) {
      const chunk = await cdp.send('IO.read', { handle: stream });
      text += chunk.base64Encoded ? Buffer.from(chunk.data, 'base64').toString('utf8') : chunk.data;
      eof = chunk.eof;
    }
    await cdp.send('IO.close', { handle: stream });
    return eventsOfMainThread(JSON.parse(text).traceEvents);
  };
}

/** The thread that ran the page's scripts longest: other tabs and processes stay out. */
function eventsOfMainThread(events) {
  const names = new Map(
    events.filter(({ name }) => name === 'thread_name').map(({ pid, tid, args }) => [`${pid}/${tid}`, args.name]),
  );
  const ofMain = events.filter(({ pid, tid }) => names.get(`${pid}/${tid}`) === 'CrRendererMain');
  const processes = [...new Set(ofMain.map(({ pid }) => pid))].map((own) => ofMain.filter(({ pid }) => pid === own));
  const busy = (list) => sum(list.filter(({ name }) => SCRIPTING.has(name)).map(({ tdur = 0 }) => tdur));
  const [most = []] = processes.sort((a, b) => busy(b) - busy(a));
  return most.sort((a, b) => a.ts - b.ts);
}

const sum = (values) => values.reduce((total, value) => total + value, 0);

/** When a mark was set, in microseconds of the trace; undefined if it was not. */
export const timeOfMark = (events, mark) => events.find(({ name }) => name === mark)?.ts;

/** Milliseconds of processor time of each task that began between two times, the longest first. */
export function taskTimes(events, from = 0, to = Infinity) {
  return events
    .filter(({ name, ts, tdur }) => name === 'RunTask' && tdur > 0 && ts >= from && ts < to)
    .map(({ tdur }) => tdur / 1000)
    .sort((a, b) => b - a);
}

/** Milliseconds of processor time that scripts took, nested calls counted once, and in how many frames. */
export function scriptingOf(events) {
  let end = 0;
  let total = 0;
  for (const { name, ts, dur = 0, tdur = 0 } of events) {
    if (!SCRIPTING.has(name) || ts < end) continue;
    total += tdur / 1000;
    end = ts + dur;
  }
  return { total, frames: events.filter(({ name }) => name === 'FireAnimationFrame').length };
}
