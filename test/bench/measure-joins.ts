/** All engines over one district: who answered what, whether it is right, and how long it took. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join as joinPath } from 'node:path';
import { compareAnswers } from './agreement.ts';
import { writeData } from './data-file.ts';
import { type BenchData, buildDistrict, packDistrict, type Size } from './district/district.ts';
import { findPeer } from './engines/peers.ts';
import type { Answer, JoinName } from './joins.ts';
import { type PeerOutcome, runPeer } from './peer-process.ts';
import { summarizeRuns, type Timing } from './statistics.ts';

export interface JoinMeasure extends Partial<Timing> {
  readonly peer: string;
  /** Instead of a time: `over-budget`, or the reason of a failure. */
  readonly problem?: string;
  /** Times ours; absent where either has no time. */
  readonly ratio?: number;
  readonly found?: number;
  readonly areaSquareMeters?: number;
  readonly distanceMeters?: number;
  readonly agrees?: boolean;
  readonly differences?: readonly string[];
}

export interface JoinReport {
  readonly join: JoinName;
  /** The engine that the others are compared with. */
  readonly expectedBy: string;
  readonly expected: Pick<Answer, 'found' | 'areaSquareMeters' | 'distanceMeters'>;
  readonly peers: readonly JoinMeasure[];
}

export interface SizeReport {
  readonly size: Size;
  readonly features: { readonly [layer in 'sources' | 'zones' | 'routes' | 'hotspots']: number };
  readonly sourceVertices: number;
  /** The vertex pass in our own process. */
  readonly floorMs?: number;
  readonly joins: readonly JoinReport[];
  readonly prepare: readonly {
    readonly peer: string;
    readonly ms?: number;
    readonly peakBytes?: number;
    readonly failed?: string;
  }[];
}

/** Who is believed, in this order: the libraries that people believe, ours last. */
const REFERENCES = ['geos-wasm', 'postgis', 'jsts', 'chentu'];

export interface JoinSettings {
  readonly size: Size;
  readonly seed: number;
  readonly peers: readonly string[];
  readonly joins: readonly JoinName[];
  readonly runs: number;
  readonly budgetMs: number;
  readonly onProgress: (text: string) => void;
}

export async function measureJoins(settings: JoinSettings): Promise<SizeReport> {
  const { size, seed, peers, joins, runs, budgetMs, onProgress } = settings;
  onProgress(`${size}: the district`);
  const data = await packDistrict(buildDistrict(size, seed));
  const folder = await mkdtemp(joinPath(tmpdir(), 'chentu-bench-'));
  const outcomes = new Map<string, PeerOutcome>();
  try {
    await writeData(folder, data);
    // One after the other: they share the machine's memory and caches as it is.
    for (const peer of peers) {
      onProgress(`${size}: ${peer}`);
      outcomes.set(peer, await runPeer({ peer, folder, joins, runs, budgetMs }));
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return {
    size,
    features: {
      sources: data.sources.count,
      zones: data.zones.count,
      routes: data.routes.count,
      hotspots: data.hotspots.count,
    },
    sourceVertices: data.sources.xy.length / 2,
    floorMs: outcomes.get('chentu')?.floorMs,
    joins: joins.map((join) => reportJoin(join, outcomes, data)).filter((report) => report.peers.length > 0),
    prepare: Array.from(outcomes, ([peer, { prepareMs, peakBytes, failed }]) => ({
      peer,
      ...(prepareMs !== undefined && { ms: prepareMs }),
      ...(peakBytes !== undefined && { peakBytes }),
      ...(failed !== undefined && { failed }),
    })),
  };
}

function reportJoin(join: JoinName, outcomes: ReadonlyMap<string, PeerOutcome>, data: BenchData): JoinReport {
  const answers = new Map<string, Answer>();
  for (const [peer, { joins }] of outcomes) {
    const outcome = joins.get(join);
    if (outcome?.type === 'timed') answers.set(peer, outcome.answer);
  }
  const expectedBy = REFERENCES.find((name) => answers.has(name) && !answers.get(name)!.failed) ?? '';
  const expected = answers.get(expectedBy);
  const ours = outcomes.get('chentu')?.joins.get(join);
  const oursMs = ours?.type === 'timed' ? summarizeRuns(ours.milliseconds).medianMs : undefined;
  const peers: JoinMeasure[] = [];
  for (const [peer, { joins }] of outcomes) {
    const outcome = joins.get(join);
    if (!outcome) continue;
    if (outcome.type !== 'timed') {
      peers.push({ peer, problem: outcome.type === 'failed' ? outcome.reason : 'over-budget' });
      continue;
    }
    const timing = summarizeRuns(outcome.milliseconds);
    const agreement = expected && compareAnswers(outcome.answer, expected, data.sources, findPeer(peer)!);
    peers.push({
      peer,
      ...timing,
      ...(oursMs !== undefined && { ratio: timing.medianMs / oursMs }),
      ...totalsOf(outcome.answer),
      ...(agreement && { agrees: agreement.agrees, differences: agreement.differences }),
    });
  }
  return {
    join,
    expectedBy,
    expected: totalsOf(expected ?? { found: 0 }),
    peers,
  };
}

/** Without what is known of each source. */
function totalsOf({ found, areaSquareMeters, distanceMeters }: Answer): JoinReport['expected'] {
  return {
    found,
    ...(areaSquareMeters !== undefined && { areaSquareMeters }),
    ...(distanceMeters !== undefined && { distanceMeters }),
  };
}
