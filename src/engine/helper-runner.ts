/**
 * The helper's side of a pool: keeps common data, answers ranges. Knows the protocol and nothing of
 * workers and threads.
 */
import { invariant } from '../core/invariant.ts';
import { createMeasurers, type Measures, type SpreadTable } from '../core/spread.ts';
import { ownedBuffers } from './owned-buffers.ts';
import type { FromHelper, ToHelper } from './pool-protocol.ts';

export interface HelperRunner {
  receive(message: ToHelper): void;
}

/** Says `ready` at once. Whatever a measure throws is an answer; never throws. */
export function createHelperRunner<Table extends SpreadTable<Table>>(
  measures: Measures<Table>,
  post: (message: FromHelper, transfer: ArrayBuffer[]) => void,
): HelperRunner {
  const kept = new Map<number, object>();
  const measurerOf = createMeasurers(measures);

  const run = ({ id, job, key, range }: Extract<ToHelper, { type: 'run' }>) => {
    try {
      const common = kept.get(key);
      invariant(common, `no common data under ${key}, expected one of ${[...kept.keys()]}`);
      const output = measurerOf(job as keyof Table, common)(range);
      post({ type: 'done', id, output }, ownedBuffers(output));
    } catch (error) {
      post({ type: 'failed', id, reason: error instanceof Error ? error.message : String(error) }, []);
    }
  };

  post({ type: 'ready' }, []);
  return {
    receive(message) {
      if (message.type === 'keep') kept.set(message.key, message.common);
      else if (message.type === 'forget') kept.delete(message.key);
      else run(message);
    },
  };
}
