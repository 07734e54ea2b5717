/** What stands behind `npm run bench --`. */
import { parseArgs } from 'node:util';
import { SIZE_NAMES, type Size } from './district/district.ts';
import { findPeer, PEERS } from './engines/peers.ts';
import { JOIN_NAMES, type JoinName } from './joins.ts';

const SECTIONS = ['joins', 'growth', 'check', 'latency'] as const;
export type Section = (typeof SECTIONS)[number];

export interface BenchOptions {
  readonly size: Size;
  readonly peers: readonly string[];
  readonly joins: readonly JoinName[];
  readonly sections: readonly Section[];
  readonly runs: number;
  readonly budgetMs: number;
  /** Worker threads of the whole check, each number measured. */
  readonly jobs: readonly number[];
  readonly edits: number;
  readonly seed: number;
  readonly writesResults: boolean;
}

export const HELP = `npm run bench -- [options]

  --size S|M|L|XL        1k, 10k, 100k, 1M dust sources                     (M)
  --peers a,b            ${PEERS.map(({ name }) => name).join(', ')}
                         or how their names begin                           (all that are there)
  --joins A,B1           ${JOIN_NAMES.join(', ')}                                (all)
  --sections a,b         ${SECTIONS.join(', ')}                      (all)
  --runs N               timed runs of each join                            (5)
  --budget SECONDS       for each join of each engine                       (10)
  --jobs 1,2             worker threads of the whole check                  (1,2)
  --edits N              edits and probes each in the latency section       (300)
  --seed N               of the district                                    (20261124)
  --no-results           leave test/bench/results/ as it is
  DATABASE_URL=postgres://…  lets PostGIS take part
`;

/** Throws with a message for people where an option is not understood. */
export function parseBenchOptions(args: readonly string[]): BenchOptions | 'help' {
  const { values } = parseArgs({
    args: [...args],
    options: {
      size: { type: 'string', default: 'M' },
      peers: { type: 'string' },
      joins: { type: 'string' },
      sections: { type: 'string' },
      runs: { type: 'string', default: '5' },
      budget: { type: 'string', default: '10' },
      jobs: { type: 'string', default: '1,2' },
      edits: { type: 'string', default: '300' },
      seed: { type: 'string', default: '20261124' },
      'no-results': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  return {
    size: oneOf('--size', values.size, SIZE_NAMES),
    peers: listOf(values.peers)?.map(peerNamed) ?? PEERS.map(({ name }) => name),
    joins: listOf(values.joins)?.map((join) => oneOf('--joins', join, JOIN_NAMES)) ?? JOIN_NAMES,
    sections: listOf(values.sections)?.map((section) => oneOf('--sections', section, SECTIONS)) ?? SECTIONS,
    runs: numberOf('--runs', values.runs),
    budgetMs: 1000 * numberOf('--budget', values.budget),
    jobs: listOf(values.jobs)!.map((jobs) => numberOf('--jobs', jobs)),
    edits: numberOf('--edits', values.edits),
    seed: numberOf('--seed', values.seed),
    writesResults: !values['no-results'],
  };
}

function listOf(text: string | undefined): string[] | undefined {
  return text?.split(',').map((part) => part.trim());
}

function oneOf<T extends string>(option: string, text: string, choices: readonly T[]): T {
  const found = choices.find((choice) => choice === text);
  if (found === undefined) throw new Error(`${option}: found "${text}", expected one of ${choices.join(', ')}`);
  return found;
}

function peerNamed(text: string): string {
  const peer = findPeer(text);
  if (!peer) throw new Error(`--peers: found "${text}", expected one of ${PEERS.map(({ name }) => name).join(', ')}`);
  return peer.name;
}

function numberOf(option: string, text: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new Error(`${option}: found "${text}", expected a number above 0`);
  return value;
}
