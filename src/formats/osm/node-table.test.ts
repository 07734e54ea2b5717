import { describe, expect, it } from 'vitest';
import { createRandom } from '../../core/random.ts';
import { NodeTable } from './node-table.ts';

describe('NodeTable', () => {
  it('answers as a map does, for ids in any order, up to 2^53', () => {
    const random = createRandom(20261130);
    for (let run = 0; run < 50; run++) {
      const anyId = (): number => random.integer(-50, 50) + (random.integer(0, 3) === 0 ? 2 ** 53 - 60 : 0);
      const wanted = new Set(Array.from({ length: random.integer(0, 60) }, anyId));
      const table = new NodeTable(Float64Array.from([...wanted, ...wanted, Number.NaN]));
      const offered = new Map<number, number>();
      for (let node = 0; node < 200; node++) {
        const id = anyId();
        expect(table.offer(id, node, -node)).toBe(wanted.has(id));
        if (wanted.has(id)) offered.set(id, node);
      }
      for (let id = -60; id < 60; id++) {
        for (const key of [id, id + 2 ** 53 - 60]) {
          const at = table.indexOf(key);
          expect(at >= 0).toBe(offered.has(key));
          if (at < 0) continue;
          expect([table.longitudeAt(at), table.latitudeAt(at)]).toEqual([offered.get(key), -offered.get(key)!]);
        }
      }
    }
  });
});
