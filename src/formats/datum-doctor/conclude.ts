/** From the numbers of an examination to its answer: candidates side by side, the verdict, and the sentences. */
import { type Problem, problem } from '../../core/result.ts';
import { type GeometryColumn, GeometryType, type GeometryTypeCode } from '../../geo/geometry-column.ts';
import type { FeatureBatch } from '../../model/feature-batch.ts';
import { DATUMS, type DatumCandidate, type DatumExamination, type Evidence, type Vector } from './datum-types.ts';
import type { ShapeMatch } from './match-shapes.ts';
import type { Crossings } from './measure-crossings.ts';
import { countOf, type Distances, type Flags, type Insides } from './measure-fit.ts';
import { REACH_METERS } from './region.ts';
import type { LayerSample } from './sample-layer.ts';
import {
  findStrangeShift,
  judge,
  weighCrossings,
  weighDistances,
  weighInsides,
  weighShapes,
} from './weigh-evidence.ts';

export interface Measured {
  readonly lines: Distances | undefined;
  readonly crossings: readonly Crossings[];
  readonly outlines: Distances | undefined;
  readonly insides: Insides | undefined;
  readonly shapes: ShapeMatch | undefined;
}

/** `shifts`: of each candidate in the middle of the layer. */
export function conclude(
  layer: FeatureBatch,
  sample: LayerSample,
  shifts: readonly Vector[],
  { lines, crossings, outlines, insides, shapes }: Measured,
): DatumExamination {
  const type = mainType(layer.geometry, sample);
  const peak = shapes && shapes.peak.pairs >= 3 ? shapes.peak : undefined;
  const evidence: Evidence[] = [
    ...weighShapes(shapes),
    ...(type === GeometryType.line ? weighDistances(lines, 'lines') : []),
    ...crossings.flatMap(weighCrossings),
    ...(type === GeometryType.polygon ? weighDistances(outlines, 'outlines') : []),
    ...(insides ? weighInsides(insides) : []),
  ];
  const verdict = judge(evidence);
  const candidates = DATUMS.map((datum, at): DatumCandidate => {
    const share = (flags: Flags | undefined) => {
      const own = flags?.[at];
      return own && own.length > 0 ? countOf(own) / own.length : undefined;
    };
    const crossing = crossings[0];
    const near = crossing?.near[at] ?? 0;
    return withoutUndefined({
      datum,
      shift: shifts[at]!,
      lineMeters: lines?.medianMeters[at],
      outlineMeters: outlines?.medianMeters[at],
      insideFraction: share(insides?.inside),
      namedZoneFraction: share(insides?.named?.agreeing),
      crossedFraction: crossing && near > 0 ? crossing.crossed[at]! / near : undefined,
      matchedShapes: shapes?.matched[at],
      residualMeters: peak && shapes?.residualMeters[at],
      zoneChanges: insides?.zoneChanges && countOf(insides.zoneChanges[at]!),
    });
  });
  const hasReferences = crossings.length > 0 || lines !== undefined || outlines !== undefined || shapes !== undefined;
  const strange = findStrangeShift(shapes);
  return {
    candidates,
    ...(peak ? { observedShift: peak } : {}),
    sampledFeatures: sample.features.length,
    evidence,
    verdict,
    reasons: hasReferences
      ? [
          ...verdictOf(verdict, evidence),
          ...strange,
          ...evidence.map((found) => found.problem),
          ...zoneSentences(candidates, insides),
        ]
      : [problem('datum-no-references', { reachMeters: REACH_METERS })],
  };
}

function verdictOf({ datum, confidence }: DatumExamination['verdict'], evidence: readonly Evidence[]): Problem[] {
  if (datum === undefined) return [problem(evidence.length > 0 ? 'datum-verdict-divided' : 'datum-verdict-open')];
  const against = evidence.filter((found) => found.datum !== datum).length;
  const verdict = problem(`datum-verdict-${confidence}`, { datum });
  return against === 0 ? [verdict] : [verdict, problem('datum-evidence-against', { count: against })];
}

/** What a wrong choice would cost: sources handed to another street. */
function zoneSentences(candidates: readonly DatumCandidate[], insides: Insides | undefined): Problem[] {
  return candidates.flatMap(({ datum, zoneChanges }) =>
    zoneChanges && insides ? [problem('datum-zones-change', { datum, total: insides.count, count: zoneChanges })] : [],
  );
}

/** What most sampled features are. */
function mainType({ type }: GeometryColumn, { features }: LayerSample): GeometryTypeCode {
  const counts = [0, 0, 0, 0];
  for (const feature of features) counts[type[feature]!]!++;
  return counts.indexOf(Math.max(...counts)) as GeometryTypeCode;
}

function withoutUndefined(found: { [K in keyof DatumCandidate]: DatumCandidate[K] | undefined }): DatumCandidate {
  return Object.fromEntries(
    Object.entries(found).filter(([, value]) => value !== undefined),
  ) as unknown as DatumCandidate;
}
