/** All engines over one district: who answered what, whether it is right, and how long it took. */
import { compareAnswers } from './agreement.ts';
import { writeData } from './data-file.ts';
import { type BenchData, buildDistrict, packDistrict, type Size } from './district/district.ts';
import { findPeer } from './engines/peers.ts';
import type { Answer, JoinName } from './joins.ts';
import { createPeerProcess, type JoinOutcome } from './peer-process.ts';
import { median, summarizeRuns, type Timing } from './statistics.ts';
import { withTempFolder } from './temp-folder.ts';
import { formatMs } from './text-table.ts';

export interface JoinMeasure extends Partial<Timing> {
  readonly peer: string;
  /** Instead of a time: `over-budget`, or the reason of a failure. */
  readonly problem?: string;
  /** Times ours; absent where either has no time. */
  readonly ratio?: number;
  /** Median CPU time of the engine's process; PostGIS works in another one. */
  readonly cpuMs?: number;
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
  /** CPU time of a pass over the vertices in our own process, just before our runs. */
  readonly floorCpuMs?: number;
  readonly expected: Pick<Answer, 'found' | 'areaSquareMeters' | 'distanceMeters'>;
  readonly peers: readonly JoinMeasure[];
}

export interface SizeReport {
  readonly size: Size;
  readonly features: { readonly [layer in 'sources' | 'zones' | 'routes' | 'hotspots']: number };
  readonly sourceVertices: number;
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

/** What every engine that knows a join made of it. */
type Outcomes = ReadonlyMap<string, JoinOutcome>;

export async function measureJoins(settings: JoinSettings): Promise<SizeReport> {
  const { size, seed, onProgress } = settings;
  onProgress(`${size}: the district`);
  const data = await packDistrict(buildDistrict(size, seed));
  return withTempFolder(async (folder) => {
    await writeData(folder, data);
    return askEngines(settings, data, folder);
  });
}

async function askEngines(settings: JoinSettings, data: BenchData, folder: string): Promise<SizeReport> {
  const { size, peers, joins, runs, budgetMs, onProgress } = settings;
  const processes = peers.map((peer) => ({ peer, engine: createPeerProcess({ peer, folder, runs, budgetMs }) }));
  const reports: JoinReport[] = [];
  // Join by join, one engine after the other: what is compared is measured within seconds of each other.
  for (const join of joins) {
    const outcomes = new Map<string, JoinOutcome>();
    for (const { peer, engine } of processes) {
      const outcome = await engine.measure(join);
      if (!outcome) continue;
      outcomes.set(peer, outcome);
      onProgress(`${size}: ${join}, ${peer}: ${describeOutcome(outcome)}`);
    }
    if (outcomes.size > 0) reports.push(reportJoin(join, outcomes, data));
  }
  for (const { engine } of processes) await engine.close();
  const { sources, zones, routes, hotspots } = data;
  return {
    size,
    features: { sources: sources.count, zones: zones.count, routes: routes.count, hotspots: hotspots.count },
    sourceVertices: sources.xy.length / 2,
    joins: reports,
    prepare: processes.map(({ peer, engine: { prepareMs, peakBytes, failed } }) => ({
      peer,
      ...(prepareMs !== undefined && { ms: prepareMs }),
      ...(peakBytes > 0 && { peakBytes }),
      ...(failed !== undefined && { failed }),
    })),
  };
}

function describeOutcome(outcome: JoinOutcome): string {
  if (outcome.type === 'timed') return formatMs(summarizeRuns(outcome.milliseconds).medianMs);
  return outcome.type === 'failed' ? outcome.reason : outcome.type;
}

function reportJoin(join: JoinName, outcomes: Outcomes, data: BenchData): JoinReport {
  const answers = new Map<string, Answer>();
  for (const [peer, outcome] of outcomes) if (outcome.type === 'timed') answers.set(peer, outcome.answer);
  const expectedBy = REFERENCES.find((name) => answers.has(name) && !answers.get(name)!.failed) ?? '';
  const expected = answers.get(expectedBy);
  const ours = outcomes.get('chentu');
  const oursMs = ours?.type === 'timed' ? summarizeRuns(ours.milliseconds).medianMs : undefined;
  return {
    join,
    expectedBy,
    ...(ours?.type === 'timed' && { floorCpuMs: ours.floorCpuMs }),
    expected: totalsOf(expected ?? { found: 0 }),
    peers: Array.from(outcomes, ([peer, outcome]) => reportPeer(peer, outcome, expected, oursMs, data)),
  };
}

function reportPeer(
  peer: string,
  outcome: JoinOutcome,
  expected: Answer | undefined,
  oursMs: number | undefined,
  data: BenchData,
): JoinMeasure {
  if (outcome.type === 'over-budget') return { peer, problem: 'over-budget' };
  if (outcome.type === 'failed') return { peer, problem: outcome.reason };
  const timing = summarizeRuns(outcome.milliseconds);
  const agreement = expected && compareAnswers(outcome.answer, expected, data.sources, findPeer(peer)!);
  return {
    peer,
    ...timing,
    ...(peer !== 'postgis' && { cpuMs: median(outcome.cpuMilliseconds) }),
    ...(oursMs !== undefined && { ratio: timing.medianMs / oursMs }),
    ...totalsOf(outcome.answer),
    ...(agreement && { agrees: agreement.agrees, differences: agreement.differences }),
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
