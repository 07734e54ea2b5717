/** Runs the fuzz over a range of seeds and adds up what it saw. */
import { loadGeos } from '../../src/geo/geos.ts';
import { buildCase, buildPool, formatCase } from './fuzz-case.ts';
import { loadOracle } from './geos-oracle.ts';
import { createJudge, type Worst } from './judge-case.ts';

export interface FuzzReport {
  readonly pairs: number;
  readonly intersecting: number;
  readonly sharingArea: number;
  readonly byFamily: Readonly<Record<string, number>>;
  readonly worst: Worst;
  /** Each case that disagrees, with its seed and its shapes in well-known text. */
  readonly failures: readonly string[];
}

export interface FuzzSettings {
  readonly pairs: number;
  readonly firstSeed: number;
  /** Called after each case. */
  readonly onCase?: (done: number, failures: readonly string[]) => void;
}

export async function runFuzz({ pairs, firstSeed, onCase }: FuzzSettings): Promise<FuzzReport> {
  const geos = await loadGeos();
  if (!geos.ok) throw new Error(geos.problem.code);
  const pool = buildPool(geos.value);
  const judge = createJudge(await loadOracle(), geos.value);
  const failures: string[] = [];
  const byFamily: Record<string, number> = {};
  let intersecting = 0;
  let sharingArea = 0;
  for (let done = 0; done < pairs; done++) {
    const fuzzCase = buildCase(firstSeed + done, geos.value, pool);
    const { disagreements, intersects, sharesArea } = judge.judge(fuzzCase);
    if (intersects) intersecting++;
    if (sharesArea) sharingArea++;
    byFamily[fuzzCase.family] = (byFamily[fuzzCase.family] ?? 0) + 1;
    if (disagreements.length > 0) failures.push([formatCase(fuzzCase), ...disagreements].join('\n  '));
    onCase?.(done + 1, failures);
  }
  return { pairs, intersecting, sharingArea, byFamily, worst: judge.worst, failures };
}
