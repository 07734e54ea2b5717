import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Finding } from '../model/findings.ts';
import { compareFindings } from './assemble.ts';
import { createSketches, type RankedList, rankFindings } from './finding-sketches.ts';

/** As far as an order needs it. */
const finding = (id: string, severity: number) => ({ id, severity, priority: 1 }) as Finding;

it('ranks kept findings and sketches as sorting them all would, and names only what shares its severity', () => {
  // Few severities and ids that repeat digits, so that many are alike.
  const findings = fc.uniqueArray(
    fc.tuple(fc.string({ unit: fc.constantFrom('0', '1', 'f'), maxLength: 6 }), fc.constantFrom(0, 0.25, 0.5, 1)),
    {
      selector: ([id]) => id,
      maxLength: 60,
    },
  );
  fc.assert(
    fc.property(findings, fc.integer({ min: 1, max: 3 }), (pairs, sheetCount) => {
      const all = pairs.map(([id, severity]) => finding(id, severity));
      const kept = all.filter((_, index) => index % 4 === 0);
      const sketched = all.filter((_, index) => index % 4 !== 0);
      const sketches = createSketches();
      let named = 0;
      const sheets = Array.from({ length: sheetCount }, (_, sheet) =>
        sketches.addSheet({
          idOf(key, at) {
            named++;
            return sketched[key * sheetCount + sheet + at]!.id;
          },
          draw: (key, at) => sketched[key * sheetCount + sheet + at]!,
        }),
      );
      for (const [index, { severity }] of sketched.entries()) {
        sketches.push(sheets[index % sheetCount]!, Math.floor(index / sheetCount), 0, severity);
      }
      const list: RankedList = {
        count: kept.length,
        severityOf: (index) => kept[index]!.severity,
        idOf: (index) => kept[index]!.id,
        draw: (index) => kept[index]!,
      };
      const { count, draw } = rankFindings([list, sketches]);
      expect(Array.from({ length: count }, (_, place) => draw(place))).toEqual(all.toSorted(compareFindings));
      const alone = sketched.filter(({ severity }) => all.filter((other) => other.severity === severity).length === 1);
      expect(named).toBe(sketched.length - alone.length);
    }),
    { seed: 20261126, numRuns: 300 },
  );
});
