/** The benchmark compares like with like: at S the engines give the same answers. No time is looked at. */
import { beforeAll, describe, expect, it } from 'vitest';
import { compareAnswers } from '../agreement.ts';
import { type BenchData, buildDistrict, packDistrict, SEED } from '../district/district.ts';
import { type Answer, JOIN_NAMES, type JoinName } from '../joins.ts';
import { chentu } from './chentu.ts';
import { clipper } from './clipper.ts';
import { geos } from './geos.ts';
import type { PreparedPeer } from './peer.ts';

let data: BenchData;
let reference: PreparedPeer;
const expected = new Map<JoinName, Answer>();

beforeAll(async () => {
  data = await packDistrict(buildDistrict('S', SEED));
  reference = await geos.prepare(data, { budgetMs: Infinity });
  for (const join of JOIN_NAMES) expected.set(join, await reference.joins[join]!());
});

it('has something to find in every join', () => {
  for (const join of JOIN_NAMES) expect(expected.get(join)!.found).toBeGreaterThan(20);
  for (const answer of expected.values()) expect(answer.failed ?? 0).toBe(0);
});

describe.each([chentu, clipper])('$name', (peer) => {
  it('answers what GEOS answers', async () => {
    const prepared = await peer.prepare(data, { budgetMs: Infinity });
    for (const join of JOIN_NAMES) {
      const answer = await prepared.joins[join]?.();
      if (answer)
        expect([join, compareAnswers(answer, expected.get(join)!, data.sources, peer).differences]).toEqual([join, []]);
    }
  });
});
