/**
 * findings.json, in pieces: a header, one finding a line, the rest. Keys stand in the contract's
 * order and numbers are rounded, so two runs on one input are the same byte for byte and a diff of
 * two months is a diff of lines. Knows no file system.
 */
import type { Problem } from '../core/result.ts';
import type { Subject } from '../core/subject.ts';
import type {
  Candidate,
  CheckResult,
  CheckSummary,
  Finding,
  LayerNote,
  Measures,
  Unchecked,
} from '../model/findings.ts';
import { NUMBER_MEASURES, RULE_IDS } from '../model/findings.ts';
import { roundByName, roundFraction, roundGeometry, roundMeters, roundParams, roundPosition } from './rounding.ts';

/** The text of findings.json as a stream of pieces of some 64 kB. The result must be sorted already. O(findings). */
export function* findingsJson(result: CheckResult): Generator<string> {
  const { format, version, workspace, asOf, engine, rulePack } = result;
  const head = { format, version, workspace, asOf, engine, rulePack: { id: rulePack.id, version: rulePack.version } };
  yield `${JSON.stringify(head).slice(0, -1)},\n"summary":${JSON.stringify(roundSummary(result.summary))},\n`;
  yield* jsonList('findings', result.eachFinding?.() ?? result.findings, roundFinding);
  yield ',\n';
  yield* jsonList('unchecked', result.unchecked, roundUnchecked);
  yield ',\n';
  yield* jsonList('notes', result.notes, roundNote);
  yield '}\n';
}

const PIECE_LENGTH = 65_536;

/** `"name":[` one item a line `]`. */
export function* jsonList<T>(name: string, items: Iterable<T>, toPlain: (item: T) => unknown): Generator<string> {
  let piece = `"${name}":[`;
  let separator = '\n';
  for (const item of items) {
    piece += separator + JSON.stringify(toPlain(item));
    separator = ',\n';
    if (piece.length < PIECE_LENGTH) continue;
    yield piece;
    piece = '';
  }
  yield separator === '\n' ? `${piece}]` : `${piece}\n]`;
}

/** A finding as it is written: the contract's keys in their order, absent ones left out. */
export function roundFinding(finding: Finding): Finding {
  const { id, rule, priority, severity, status, subjects, at, measures, candidates, explain, suggestion, geometry } =
    finding;
  return {
    id,
    rule,
    priority,
    severity: roundFraction(severity),
    status,
    subjects: subjects.map(plainSubject),
    at: roundPosition(at) as [number, number],
    measures: roundMeasures(measures),
    ...(candidates && { candidates: candidates.map(roundCandidate) }),
    explain: { code: explain.code, params: roundParams(explain.params) },
    ...(suggestion && { suggestion: { code: suggestion.code, params: roundParams(suggestion.params) } }),
    ...(geometry && { geometry: roundGeometry(geometry) }),
  };
}

export function roundMeasures(measures: Measures): Measures {
  const rounded: Measures = {};
  for (const name of NUMBER_MEASURES) {
    const value = measures[name];
    if (value !== undefined) rounded[name] = roundByName(name, value);
  }
  const tonnes = measures.pm10TonnesPerYear;
  if (tonnes) rounded.pm10TonnesPerYear = [roundFraction(tonnes[0]), roundFraction(tonnes[1])];
  return rounded;
}

function roundCandidate({ subject, score, distanceMeters, bearingDegrees }: Candidate): Candidate {
  return {
    subject: plainSubject(subject),
    score: roundFraction(score),
    distanceMeters: roundMeters(distanceMeters),
    bearingDegrees: roundByName('bearingDegrees', bearingDegrees),
  };
}

const plainSubject = ({ layer, feature }: Subject): Subject => ({ layer, feature });

function roundSummary(summary: CheckSummary): CheckSummary {
  const byRule: CheckSummary['byRule'] = {};
  for (const rule of RULE_IDS) {
    const of = summary.byRule[rule];
    if (!of) continue;
    byRule[rule] = {
      count: of.count,
      areaSquareMeters: roundMeters(of.areaSquareMeters),
      slivers: of.slivers,
      sliverAreaSquareMeters: roundMeters(of.sliverAreaSquareMeters),
      excepted: of.excepted,
    };
  }
  return {
    sources: summary.sources,
    zones: summary.zones,
    byRule,
    byZone: summary.byZone.map((of) => ({
      zone: plainSubject(of.zone),
      counts: Object.fromEntries(RULE_IDS.flatMap((rule) => (rule in of.counts ? [[rule, of.counts[rule]]] : []))),
      sources: of.sources,
      uncoveredAreaSquareMeters: roundMeters(of.uncoveredAreaSquareMeters),
    })),
    boundaryAreaSquareMeters: roundMeters(summary.boundaryAreaSquareMeters),
    uncoveredAreaSquareMeters: roundMeters(summary.uncoveredAreaSquareMeters),
  };
}

function roundUnchecked({ rule, subjects, problem }: Unchecked): Unchecked {
  return { rule, subjects: subjects.map(plainSubject), problem: plainProblem(problem) };
}

function roundNote({ layer, row, problem }: LayerNote): LayerNote {
  return { layer, ...(row !== undefined && { row }), problem: plainProblem(problem) };
}

function plainProblem({ code, params, at }: Problem): Problem {
  return { code, params: roundParams(params), ...(at && { at }) };
}
