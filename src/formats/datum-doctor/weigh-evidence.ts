/**
 * What the numbers of the candidates prove, and how much:
 *
 * - **strong**: shapes of the layer lie over references of their size in one datum only (parcels, zones, buildings
 *   that both sides have: each pair is a measurement, a common offset cannot be chance); lines of the layer follow
 *   reference lines in one datum only (a route is drawn along a road, and a wrong datum moves it into the blocks);
 *   roads run through five times fewer polygons than beside (what is built keeps off roads); the features lie in the
 *   zones that their own column names, in one datum more than in the others.
 * - **moderate**: outlines meet reference outlines (neighbours share borders, yet many borders are nobody's);
 *   polygons keep off roads less sharply, as open ground does; five times fewer points lie on roads than beside; the
 *   layer reaches beyond the boundary in the other datums.
 * - **weak**: points keep off roads less sharply.
 * - **nothing**: how near points lie to a road. An address is pinned at a gate, in a yard or on the kerb, and half
 *   a kilometre on there is another such place. Roads beat points.
 *
 * Distances and crossings are held against the same layer laid beside (CONTROLS), so that neither dense roads nor
 * references that end somewhere pass for a fit. Shares of the same features are compared by those that change sides
 * (McNemar); a difference counts from three standard errors. Weights add up; what contradicts counts against the verdict.
 */
import { type Problem, problem } from '../../core/result.ts';
import { DATUMS, type DatumExamination, type Evidence, type Weight } from './datum-types.ts';
import type { ShapeMatch } from './match-shapes.ts';
import type { Crossings } from './measure-crossings.ts';
import { countOf, type Distances, type Flags, type Insides } from './measure-fit.ts';

const POINTS: Readonly<Record<Weight, number>> = { strong: 3, moderate: 2, weak: 1 };
/** Fewer positions or features say nothing. */
const FEWEST = 20;
const FEWEST_SHAPES = 3;
const STANDARD_ERRORS = 3;

/** Per candidate, under the names that the sentences use: `wgs84Meters`, `gcj02Fraction`. */
function byDatum(values: readonly number[], ending: 'Meters' | 'Fraction'): Record<string, number> {
  return Object.fromEntries(DATUMS.map((datum, at) => [`${datum}${ending}`, values[at]!]));
}

function ranked(values: readonly number[], lowestFirst: boolean): { best: number; next: number; at: number } {
  const order = [...values.keys()].sort((a, b) => (lowestFirst ? values[a]! - values[b]! : values[b]! - values[a]!));
  return { best: values[order[0]!]!, next: values[order[1]!]!, at: order[0]! };
}

/** The one candidate that fits far better than its own surroundings, if the others do not. */
function standsOut(ratios: readonly number[], least: number): number | undefined {
  const { best, next, at } = ranked(ratios, true);
  return best < least && best < 0.6 * next ? at : undefined;
}

/** Lines along lines, or outlines along outlines. */
export function weighDistances(found: Distances | undefined, what: 'lines' | 'outlines'): Evidence[] {
  if (!found || found.positions < FEWEST) return [];
  const { medianMeters, controlMeters, positions } = found;
  // Beyond the reach there is nothing to fit, beside it or not.
  const ratios = medianMeters.map((meters, at) => (controlMeters[at]! > 0 ? meters / controlMeters[at]! : 1));
  const at = standsOut(ratios, 0.5);
  if (at === undefined) return [];
  const isTight = ratios[at]! < 0.25;
  const weight = what === 'lines' ? (isTight ? 'strong' : 'moderate') : isTight ? 'moderate' : 'weak';
  const params = {
    datum: DATUMS[at]!,
    ...byDatum(medianMeters, 'Meters'),
    besideMeters: controlMeters[at]!,
    count: positions,
  };
  return [{ datum: DATUMS[at]!, weight, problem: problem(`datum-evidence-${what}`, params) }];
}

export function weighShapes(found: ShapeMatch | undefined): Evidence[] {
  if (!found) return [];
  const { best, next, at } = ranked(found.matched, false);
  if (best < Math.max(FEWEST_SHAPES, 0.1 * found.shapes) || best < 2 * next + 2) return [];
  const { eastMeters, northMeters } = found.peak;
  const params = {
    datum: DATUMS[at]!,
    found: best,
    count: found.shapes,
    eastMeters,
    northMeters,
    residualMeters: found.residualMeters[at]!,
  };
  const weight = best >= 5 || best >= 0.5 * found.shapes ? 'strong' : 'moderate';
  return [{ datum: DATUMS[at]!, weight, problem: problem('datum-evidence-shapes', params) }];
}

/** A common offset that is none of the three: another datum, a local system, a layer moved by hand. */
export function findStrangeShift(found: ShapeMatch | undefined): Problem[] {
  if (!found) return [];
  const { peak, matched, toleranceMeters } = found;
  const nearest = Math.min(...found.residualMeters);
  const isClear =
    peak.pairs >= Math.max(FEWEST_SHAPES, 0.2 * found.shapes) && peak.pairs > 2 * Math.max(...matched) + 2;
  if (!isClear || nearest <= 3 * toleranceMeters) return [];
  const { eastMeters, northMeters, pairs } = peak;
  return [problem('datum-shift-strange', { eastMeters, northMeters, count: pairs, nearestMeters: nearest })];
}

/** The candidate under which the most features agree, if far more leave it for any other than come. */
function prevails(flags: Flags): number | undefined {
  const { at } = ranked(flags.map(countOf), false);
  const best = flags[at]!;
  const isAhead = flags.every((other, index) => {
    if (index === at) return true;
    let [lost, won] = [0, 0];
    for (const [row, flag] of best.entries()) {
      if (flag > other[row]!) lost++;
      else if (flag < other[row]!) won++;
    }
    return lost - won > STANDARD_ERRORS * Math.sqrt(lost + won);
  });
  return isAhead ? at : undefined;
}

export function weighInsides({ inside, named }: Insides): Evidence[] {
  const weigh = (flags: Flags | undefined, least: number, weight: Weight, code: string, more = {}): Evidence[] => {
    const count = flags?.[0]?.length ?? 0;
    const at = flags && count >= FEWEST ? prevails(flags) : undefined;
    if (at === undefined || !flags || countOf(flags[at]!) < least * count) return [];
    const fractions = byDatum(
      flags.map((own) => countOf(own) / count),
      'Fraction',
    );
    const params = { datum: DATUMS[at]!, ...fractions, count, ...more };
    return [{ datum: DATUMS[at]!, weight, problem: problem(code, params) }];
  };
  return [
    ...weigh(named?.agreeing, 0.8, 'strong', 'datum-evidence-named-zones', { column: named?.column ?? '' }),
    ...weigh(inside, 0.95, 'moderate', 'datum-evidence-inside'),
  ];
}

/** Things that no road runs through, in one datum far fewer than beside. */
export function weighCrossings(found: Crossings): Evidence[] {
  const { things, near, crossed, controlNear, controlCrossed } = found;
  const ratios = near.map((count, at) => {
    if (count < 2 * FEWEST || controlNear[at]! < 2 * FEWEST) return 1;
    const share = crossed[at]! / count;
    const beside = controlCrossed[at]! / controlNear[at]!;
    const error = Math.sqrt((beside * (1 - beside)) / count);
    return beside - share > STANDARD_ERRORS * error ? share / beside : 1;
  });
  const at = standsOut(ratios, 0.65);
  if (at === undefined) return [];
  const params = {
    datum: DATUMS[at]!,
    ...byDatum(
      near.map((count, index) => (count === 0 ? Number.NaN : crossed[index]! / count)),
      'Fraction',
    ),
    besideFraction: controlCrossed[at]! / controlNear[at]!,
    count: near[at]!,
    geometry: things,
  };
  const isSharp = ratios[at]! < 0.2;
  const weight = things === 'polygon' ? (isSharp ? 'strong' : 'moderate') : isSharp ? 'moderate' : 'weak';
  return [{ datum: DATUMS[at]!, weight, problem: problem('datum-evidence-clear-of-roads', params) }];
}

/** The datum that most weight speaks for; `high` from three points ahead, `medium` from two. */
export function judge(evidence: readonly Evidence[]): DatumExamination['verdict'] {
  const sums = DATUMS.map((datum) =>
    evidence.reduce((sum, found) => sum + (found.datum === datum ? POINTS[found.weight] : 0), 0),
  );
  const { best, next, at } = ranked(sums, false);
  const lead = best - next;
  if (lead <= 0) return { datum: undefined, confidence: 'none' };
  return { datum: DATUMS[at]!, confidence: lead >= 3 ? 'high' : lead >= 2 ? 'medium' : 'low' };
}
