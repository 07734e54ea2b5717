import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Finding, RULE_IDS } from '../findings.ts';
import { packFindings } from './pack-findings.ts';
import { unpackFindings } from './unpack-findings.ts';

/** Every part, read by name: what explains a finding is no own property of an unpacked one. */
function plain(finding: Finding): Finding {
  const { id, rule, priority, severity, status, subjects, at, measures, candidates, explain, suggestion, geometry } =
    finding;
  return {
    ...{ id, rule, priority, severity, status, subjects, at, measures, explain },
    ...(candidates && { candidates }),
    ...(suggestion && { suggestion }),
    ...(geometry && { geometry }),
  };
}

const overTheWire = (findings: readonly Finding[]) =>
  unpackFindings(structuredClone(packFindings(findings))).map(plain);

const subject = fc.record({ layer: fc.string(), feature: fc.string() }, { noNullPrototype: true });
const number = fc.double({ noNaN: true });
const position = fc.tuple(number, number);
const sentence = fc.record(
  {
    code: fc.string(),
    params: fc.dictionary(
      fc.string().filter((name) => name !== '__proto__'),
      fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constant(null)),
      { noNullPrototype: true },
    ),
  },
  { noNullPrototype: true },
);
const finding: fc.Arbitrary<Finding> = fc.record(
  {
    id: fc.string(),
    rule: fc.constantFrom(...RULE_IDS),
    priority: fc.nat(),
    severity: number,
    status: fc.constantFrom('open', 'exception', 'joint'),
    subjects: fc.array(subject),
    at: position,
    measures: fc.record(
      {
        areaSquareMeters: number,
        uncoveredAreaSquareMeters: number,
        coveredFraction: number,
        distanceMeters: number,
        widthMeters: number,
        lengthMeters: number,
        pm10TonnesPerYear: position,
      },
      { requiredKeys: [], noNullPrototype: true },
    ),
    candidates: fc.array(
      fc.record({ subject, score: number, distanceMeters: number, bearingDegrees: number }, { noNullPrototype: true }),
    ),
    explain: sentence,
    suggestion: sentence,
    geometry: fc.constant<GeoJSON.Geometry>({ type: 'Point', coordinates: [1, 2] }),
  },
  {
    requiredKeys: ['id', 'rule', 'priority', 'severity', 'status', 'subjects', 'at', 'measures', 'explain'],
    noNullPrototype: true,
  },
);

describe('packed findings', () => {
  it('come out as they went in, whatever they hold', () => {
    fc.assert(
      fc.property(fc.array(finding), (findings) => {
        expect(overTheWire(findings)).toStrictEqual(findings);
      }),
    );
  });

  it('keep sentences of one code apart whose parameters differ in name or kind', () => {
    const said = (params: Finding['explain']['params']): Finding => ({
      ...{ id: 'a', rule: 'zone-gap', priority: 1, severity: 0.5, status: 'open', subjects: [], at: [0, 0] },
      ...{ measures: {}, explain: { code: 'c', params } },
    });
    const findings = [said({ a: 1 }), said({ a: '1' }), said({ b: 1 }), said({ a: true }), said({ a: null }), said({})];
    const packed = packFindings([...findings, ...findings]);
    expect(packed.forms).toHaveLength(findings.length);
    expect(unpackFindings(packed).map(plain)).toStrictEqual([...findings, ...findings]);
  });
});
