/** The process of one engine: prepares it, runs its joins, reports each. Started by peer-process.ts. */
import { readData } from './data-file.ts';
import { findPeer } from './engines/peers.ts';
import { passOverVertices } from './floor.ts';
import type { PeerReport, PeerTask } from './peer-messages.ts';
import { median } from './statistics.ts';
import { timeRuns } from './time-runs.ts';

function report(message: PeerReport): Promise<void> {
  return new Promise((resolve, reject) => {
    process.send!(message, (error: Error | null) => (error ? reject(error) : resolve()));
  });
}

async function measure({ peer: name, folder, joins, runs, budgetMs }: PeerTask): Promise<void> {
  const peer = findPeer(name)!;
  const data = await readData(folder);
  const before = performance.now();
  const prepared = await peer.prepare(data, { budgetMs });
  const ms = performance.now() - before;
  const floor = await timeRuns(() => passOverVertices(data.sources), { runs: 15, budgetMs: 5000 });
  const able = joins.filter((join) => prepared.joins[join]);
  await report({ type: 'prepared', ms, joins: able, floorMs: median(floor.milliseconds) });
  for (const join of able) {
    await report({ type: 'started', join });
    try {
      const onFirst = () => void report({ type: 'first', join });
      const { milliseconds, result } = await timeRuns(prepared.joins[join]!, { runs, budgetMs, onFirst });
      await report({ type: 'joined', join, milliseconds, answer: result });
    } catch (error) {
      await report({ type: 'failed', join, reason: reasonOf(error) });
    }
  }
  await prepared.close?.();
  // maxRSS is in kilobytes.
  await report({ type: 'done', peakBytes: process.resourceUsage().maxRSS * 1024 });
}

function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0]!.slice(0, 120);
}

process.once('message', (task: PeerTask) => {
  void measure(task)
    .catch((error: unknown) => report({ type: 'failed', reason: reasonOf(error) }))
    .then(() => process.disconnect());
});
