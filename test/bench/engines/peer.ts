/** What every engine of the benchmark is: asked whether it is there, prepared once, then asked its joins over and over. */
import type { BenchData } from '../district/district.ts';
import type { Answer, JoinName } from '../joins.ts';

export interface Peer {
  readonly name: string;
  /** How its joins are put together, for the report. */
  readonly setup: string;
  /** The grid on which it rounds the corners it computes; 0 for none. */
  readonly gridMeters: number;
  /** Measures on a sphere where the others measure in the plane: its distances are off by up to 0.6%. */
  readonly isSpherical?: boolean;
  available(): Promise<Availability>;
  prepare(data: BenchData, options: PrepareOptions): Promise<PreparedPeer>;
}

export type Availability = { readonly version: string } | { readonly missing: string };

export interface PrepareOptions {
  /** An engine that can stop by itself does so after this long. */
  readonly budgetMs: number;
}

export interface PreparedPeer {
  readonly joins: { readonly [join in JoinName]?: () => Answer | Promise<Answer> };
  close?(): Promise<void>;
}
