/**
 * Which datum a layer is in, by how it fits what the workspace already holds. The file alone cannot tell (guess-datum.ts):
 * GCJ-02 moves everything by the same half kilometre, and nothing in the numbers shows it. Says how well each datum
 * fits and why; applies nothing.
 */
import { type Problem, problem } from '../../core/result.ts';
import { checkpoint, type Task } from '../../core/task.ts';
import { toWgs84 } from '../../geo/datum.ts';
import { GeometryType } from '../../geo/geometry-column.ts';
import { createFrame, type Frame } from '../../geo/laea.ts';
import { type FeatureBatch, textAt } from '../../model/feature-batch.ts';
import { conclude, type Measured } from './conclude.ts';
import { DATUMS, type DatumCandidate, type DatumExamination, type DatumReference, type Vector } from './datum-types.ts';
import { matchShapes } from './match-shapes.ts';
import { measureLines, measureThings } from './measure-crossings.ts';
import { measureDistances, measureInsides } from './measure-fit.ts';
import { collectEdges } from './reference-edges.ts';
import { focusOf, isZoneOrBoundary, regionAround } from './region.ts';
import { type LayerSample, layOut, middleOf, sampleLayer } from './sample-layer.ts';

/**
 * `layer`: positions in degrees as the file has them, before any shift. `references`: WGS84; zones and boundaries
 * are known by their kind, lines and polygons by their shapes, zones' names by the column `name`. The verdict is
 * open where there is nothing near to compare with (`datum-no-references`), where the references do not tell
 * (`datum-verdict-open`) and where positions are no degrees (`datum-not-degrees`); outside China it is WGS84.
 *
 * Looks at 2,000 positions and 300 shapes whatever the layer's size, and at roads and neighbours only as far around
 * the layer's middle as they are not too many. O(positions of layer and references), almost all of it comparing boxes.
 */
export async function examineDatum(
  layer: FeatureBatch,
  references: readonly DatumReference[],
  task: Task,
): Promise<DatumExamination> {
  const sample = sampleLayer(layer.geometry);
  const [longitude, latitude] = middleOf(sample.degrees);
  if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 85)) {
    const code = sample.features.length === 0 ? 'datum-nothing-to-compare' : 'datum-not-degrees';
    return unexamined(sample, problem(code), undefined);
  }
  const frame = createFrame([longitude, latitude]);
  const shifts = DATUMS.map((datum) => shiftAt(datum, longitude, latitude, frame));
  if (shifts.every(({ eastMeters, northMeters }) => eastMeters === 0 && northMeters === 0))
    return unexamined(sample, problem('datum-outside-china'), 'wgs84');
  await checkpoint(task);
  const measured = await measure(layer, references, sample, frame, task);
  return conclude(layer, sample, shifts, measured);
}

async function measure(
  layer: FeatureBatch,
  references: readonly DatumReference[],
  sample: LayerSample,
  frame: Frame,
  task: Task,
): Promise<Measured> {
  const laidOut = layOut(sample.degrees, frame);
  const region = regionAround(laidOut, frame);
  const focus = focusOf(region, references, innermost(laidOut[0]!), frame);
  const local = focus === region ? sample : sampleLayer(layer.geometry, focus);
  const localLaidOut = focus === region ? laidOut : layOut(local.degrees, frame);
  await checkpoint(task);
  const lineEdges = collectEdges(references, GeometryType.line, frame, focus);
  const zones = references.filter(({ kind }) => isZoneOrBoundary(kind));
  const others = references.filter(({ kind }) => !isZoneOrBoundary(kind));
  const zoneEdges = collectEdges(zones, GeometryType.polygon, frame, region);
  const otherEdges = collectEdges(others, GeometryType.polygon, frame, focus);
  await checkpoint(task);
  const lines = measureDistances(lineEdges ? [lineEdges] : [], local, localLaidOut);
  const outlineEdges = [zoneEdges, otherEdges].filter((edges) => edges !== undefined);
  const outlines = measureDistances(outlineEdges, local, localLaidOut);
  await checkpoint(task);
  const textOf = (column: string, at: number) => textAt(layer, column, sample.features[at]!)?.trim();
  const texts = [...layer.columns].flatMap(([name, column]) => (column.type === 'text' ? [name] : []));
  const insides = zoneEdges && measureInsides(zoneEdges, layOut(sample.middles, frame), texts, textOf);
  await checkpoint(task);
  const crossings = [
    ...measureThings(layer.geometry, lineEdges, frame, focus),
    ...measureLines(layer, references, frame, focus),
  ];
  await checkpoint(task);
  const columns = references.map(({ batch }) => batch.geometry);
  return { lines, crossings, outlines, insides, shapes: matchShapes(layer.geometry, columns, frame, focus) };
}

/** The place nearest to the middle of the frame: the middle itself may be where nothing is. */
function innermost(xy: Float64Array): [x: number, y: number] {
  let [best, at] = [Infinity, 0];
  for (let i = 0; i < xy.length; i += 2) {
    const distance = Math.hypot(xy[i]!, xy[i + 1]!);
    if (distance < best) [best, at] = [distance, i];
  }
  return [xy[at]!, xy[at + 1]!];
}

/** From where a place of the file truly is, if the file is in this datum, to where the file has it; metres of the frame. */
function shiftAt(datum: (typeof DATUMS)[number], longitude: number, latitude: number, frame: Frame): Vector {
  const out = [0, 0, 0, 0];
  frame.project(...toWgs84(datum, longitude, latitude), out, 0);
  frame.project(longitude, latitude, out, 2);
  return { eastMeters: out[2]! - out[0]!, northMeters: out[3]! - out[1]! };
}

function unexamined(sample: LayerSample, reason: Problem, datum: 'wgs84' | undefined): DatumExamination {
  const candidates = DATUMS.map((name): DatumCandidate => ({ datum: name, shift: { eastMeters: 0, northMeters: 0 } }));
  return {
    candidates,
    sampledFeatures: sample.features.length,
    evidence: [],
    verdict: datum === undefined ? { datum, confidence: 'none' } : { datum, confidence: 'high' },
    reasons: [reason],
  };
}
