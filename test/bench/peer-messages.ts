/** What the process of an engine is told, and what it reports. */
import type { Answer, JoinName } from './joins.ts';

export interface PeerTask {
  readonly peer: string;
  readonly folder: string;
  readonly joins: readonly JoinName[];
  readonly runs: number;
  readonly budgetMs: number;
}

export type PeerReport =
  | { readonly type: 'prepared'; readonly ms: number; readonly joins: readonly JoinName[]; readonly floorMs: number }
  | { readonly type: 'started'; readonly join: JoinName }
  | { readonly type: 'first'; readonly join: JoinName }
  | {
      readonly type: 'joined';
      readonly join: JoinName;
      readonly milliseconds: readonly number[];
      readonly answer: Answer;
    }
  | { readonly type: 'failed'; readonly join?: JoinName; readonly reason: string }
  | { readonly type: 'done'; readonly peakBytes: number };
