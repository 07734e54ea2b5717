/** The process of one engine: prepares it once, then runs the joins it is asked for. Started by peer-process.ts. */
import { readData } from './data-file.ts';
import type { BenchData } from './district/district.ts';
import type { PreparedPeer } from './engines/peer.ts';
import { findPeer } from './engines/peers.ts';
import { passOverVertices } from './floor.ts';
import { JOIN_NAMES } from './joins.ts';
import type { PeerReport, PeerRequest } from './peer-messages.ts';
import { median } from './statistics.ts';
import { timeRuns } from './time-runs.ts';

let opened: { readonly data: BenchData; readonly prepared: PreparedPeer } | undefined;

function report(message: PeerReport): Promise<void> {
  return new Promise((resolve, reject) => {
    process.send!(message, (error: Error | null) => (error ? reject(error) : resolve()));
  });
}

async function answer(request: PeerRequest): Promise<PeerReport> {
  switch (request.type) {
    case 'prepare': {
      const data = await readData(request.folder);
      const before = performance.now();
      const prepared = await findPeer(request.peer)!.prepare(data, { budgetMs: request.budgetMs });
      const ms = performance.now() - before;
      opened = { data, prepared };
      return { type: 'prepared', ms, joins: JOIN_NAMES.filter((join) => prepared.joins[join]) };
    }
    case 'join': {
      const { data, prepared } = opened!;
      const { join, runs, budgetMs } = request;
      const floor = await timeRuns(() => passOverVertices(data.sources), { runs: 15, budgetMs: 3000 });
      const onFirst = () => void report({ type: 'first' });
      const { milliseconds, cpuMilliseconds, result } = await timeRuns(prepared.joins[join]!, {
        runs,
        budgetMs,
        onFirst,
      });
      return {
        type: 'joined',
        milliseconds,
        cpuMilliseconds,
        answer: result,
        floorCpuMs: median(floor.cpuMilliseconds),
        // maxRSS is in kilobytes.
        peakBytes: process.resourceUsage().maxRSS * 1024,
      };
    }
    case 'close':
      await opened?.prepared.close?.();
      return { type: 'closed' };
  }
}

function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0]!.slice(0, 120);
}

// Whoever asked is gone: an open connection to a server must not keep this process.
process.on('disconnect', () => process.exit());

process.on('message', (request: PeerRequest) => {
  void answer(request)
    .catch((error: unknown): PeerReport => ({ type: 'failed', reason: reasonOf(error) }))
    .then(report)
    .then(() => {
      if (request.type === 'close') process.disconnect();
    });
});
