/** What the process of an engine is asked, and what it answers. One question at a time. */
import type { Answer, JoinName } from './joins.ts';

export type PeerRequest =
  | { readonly type: 'prepare'; readonly peer: string; readonly folder: string; readonly budgetMs: number }
  | { readonly type: 'join'; readonly join: JoinName; readonly runs: number; readonly budgetMs: number }
  | { readonly type: 'close' };

export type PeerReport =
  | { readonly type: 'prepared'; readonly ms: number; readonly joins: readonly JoinName[] }
  /** The first run of a join is over; the answer is still to come. */
  | { readonly type: 'first' }
  | {
      readonly type: 'joined';
      readonly milliseconds: readonly number[];
      readonly cpuMilliseconds: readonly number[];
      readonly answer: Answer;
      /** CPU time of a pass over the vertices in the same process, just before. */
      readonly floorCpuMs: number;
      /** Most memory so far. */
      readonly peakBytes: number;
    }
  | { readonly type: 'failed'; readonly reason: string }
  | { readonly type: 'closed' };
