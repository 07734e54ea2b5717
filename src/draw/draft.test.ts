import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFrame } from '../geo/laea.ts';
import { applySketch } from './apply-sketch.ts';
import { beginDraft, changedNeighbours, editVertex, movedInTime, shapeOfStep, stepOf, withStep } from './draft.ts';
import { findShapeFault } from './find-fault.ts';
import { pathsOfShape } from './shape-paths.ts';
import type { Neighbour } from './shared-border.ts';

type Position = GeoJSON.Position;
const frame = createFrame([113.6, 34.7]);
const at = (x: number, y: number): Position => frame.unproject(x, y);
const ring = (...places: [number, number][]): Position[] => {
  const positions = places.map(([x, y]) => at(x, y));
  return [...positions, positions[0]!];
};
const box = (x: number, y: number, size: number): GeoJSON.Polygon => ({
  type: 'Polygon',
  coordinates: [ring([x, y], [x + size, y], [x + size, y + size], [x, y + size])],
});
const left = box(0, 0, 100);
const right = box(100, 0, 100);
const neighbour: Neighbour = { subject: { layer: 'z', feature: 'right' }, shape: right, paths: pathsOfShape(right) };
const begin = () => beginDraft(left, { layer: 'z', feature: 'left' }, [neighbour]);

describe('a draft', () => {
  it('moves, inserts and removes on a common border in both zones, and gives both back', () => {
    let draft = begin();
    const edits = [
      { type: 'move', address: { path: 0, vertex: 1 }, to: at(110, -5) },
      { type: 'insert', address: { path: 0, vertex: 1 }, at: at(104, 50) },
      { type: 'remove', address: { path: 0, vertex: 2 } },
    ] as const;
    const shared = () => {
      const keys = new Set(stepOf(draft).paths[0]!.positions.map(String));
      return stepOf(draft).neighbours[0]!.paths[0]!.positions.filter((position) => keys.has(String(position))).length;
    };
    const counts = edits.map((edit) => {
      const found = editVertex(stepOf(draft), edit, true);
      if (!found.ok) throw new Error(found.problem.code);
      draft = withStep(draft, found.value);
      return shared();
    });
    expect(counts).toEqual([2, 3, 2]);
    expect(changedNeighbours(draft)).toHaveLength(1);
    while (draft.at > 0) draft = movedInTime(draft, -1)!;
    expect(changedNeighbours(draft)).toEqual([]);
    expect(shapeOfStep(draft, stepOf(draft))).toBe(left);
    expect(movedInTime(draft, -1)).toBeUndefined();
  });

  it('leaves the neighbour alone where borders are not shared, and refuses what would break it', () => {
    const edit = { type: 'move', address: { path: 0, vertex: 1 }, to: at(90, 5) } as const;
    const alone = editVertex(stepOf(begin()), edit, false);
    expect(alone.ok && alone.value.neighbours[0]).toBe(neighbour);
    const far = editVertex(stepOf(begin()), { ...edit, to: at(250, 50) }, true);
    expect(far).toMatchObject({ problem: { code: 'draw.neighbour-breaks' } });
  });

  it('takes a part, a hole and a split, and refuses a hole outside', () => {
    const step = stepOf(begin());
    const hole = applySketch(step, 'hole', box(20, 20, 10), frame);
    expect(hole.ok && shapeOfStep(begin(), hole.value).coordinates).toHaveLength(2);
    const part = applySketch(step, 'part', box(300, 0, 10), frame);
    expect(part.ok && shapeOfStep(begin(), part.value).type).toBe('MultiPolygon');
    expect(applySketch(step, 'hole', box(300, 0, 10), frame)).toMatchObject({ problem: { code: 'draw.hole-outside' } });
    const line: GeoJSON.LineString = { type: 'LineString', coordinates: [at(-10, 50), at(110, 50)] };
    const split = applySketch(step, 'split', line, frame);
    expect(split.ok && split.value.pieces).toHaveLength(1);
  });

  it('lets a vertex be moved though rings of the file touch elsewhere', () => {
    const hole = ring([0, 50], [20, 60], [20, 40]).toReversed();
    const touching: GeoJSON.Polygon = { type: 'Polygon', coordinates: [...left.coordinates, hole] };
    const draft = beginDraft(touching, undefined, []);
    const moved = editVertex(stepOf(draft), { type: 'move', address: { path: 0, vertex: 2 }, to: at(120, 120) }, true);
    expect(moved.ok).toBe(true);
  });

  it('is sound after any edits that were not refused, and so is its neighbour', () => {
    const place = fc.tuple(fc.integer({ min: -80, max: 280 }), fc.integer({ min: -80, max: 180 }));
    const edit = fc.record({ vertex: fc.nat(12), place, kind: fc.constantFrom('move', 'insert', 'remove') });
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 12 }), (edits) => {
        let draft = begin();
        for (const { vertex, place: to, kind } of edits) {
          const address = { path: 0, vertex: vertex % stepOf(draft).paths[0]!.positions.length };
          const position = at(...to);
          const made =
            kind === 'move'
              ? ({ type: 'move', address, to: position } as const)
              : kind === 'insert'
                ? ({ type: 'insert', address, at: position } as const)
                : ({ type: 'remove', address } as const);
          const found = editVertex(stepOf(draft), made, true);
          if (found.ok) draft = withStep(draft, found.value);
        }
        expect(findShapeFault(stepOf(draft).paths)).toBeUndefined();
        expect(findShapeFault(stepOf(draft).neighbours[0]!.paths)).toBeUndefined();
      }),
      { numRuns: 200 },
    );
  });
});
