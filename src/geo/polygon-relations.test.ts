/** Held against `Relater.relate` pair by pair, on degenerate integer grids, before and after edits. */
import { expect, it } from 'vitest';
import { gridPolygon } from '../../test/support/grid-polygons.ts';
import { box, packFeatures, polygon, type TestFeature } from '../../test/support/packed-layer.ts';
import { createCellRaster } from './cell-raster.ts';
import { buildEdgeBands, updateEdgeBands } from './edge-bands.ts';
import { createLiveLayer } from './live-layer.ts';
import type { PackedLayer } from './packed-layer.ts';
import { createPolygonRelations, type PolygonRelations, type RasteredLayer } from './polygon-relations.ts';
import { createRelater, Relation } from './relate.ts';
import { buildSpatialIndex } from './spatial-index.ts';
import { createZoneSets } from './zone-sets.ts';

const BOX = 14;

/** Grid polygons in rows, each over the borders of its neighbours; cells of four metres, the least there are. */
function movedPolygon(seed: number, place: number): TestFeature {
  const [left, bottom] = [9 * (place % 12), 9 * Math.floor(place / 12)];
  const { polygons } = gridPolygon(seed) as { polygons: readonly (readonly (readonly number[])[])[] };
  return {
    polygons: polygons.map((rings) =>
      rings.map((ring) => ring.map((value, i) => 3 * value + 3 * (i % 2 === 0 ? left : bottom))),
    ),
  };
}

function rastered(layer: PackedLayer): RasteredLayer {
  const index = buildSpatialIndex(layer.boxes, layer.count);
  const sets = createZoneSets();
  return { layer, bands: buildEdgeBands(layer), index, sets, raster: createCellRaster(layer, index, sets) };
}

const answerOf = ({ count, targets, relations }: PolygonRelations) =>
  Array.from({ length: count }, (_, k) => [targets[k]!, relations[k]!]);

function plainly(layer: PackedLayer, feature: number, target: RasteredLayer) {
  const relater = createRelater();
  return Array.from({ length: target.layer.count }, (_, other) => [
    other,
    relater.relate(layer, feature, target, other) as number,
  ]).filter(([, relation]) => relation !== Relation.disjoint);
}

function expectSame(asked: PackedLayer, target: RasteredLayer, seen: Map<number, number>): void {
  const relations = createPolygonRelations(target);
  for (let feature = 0; feature < asked.count; feature++) {
    relations.find(asked, feature);
    const expected = plainly(asked, feature, target);
    expect(answerOf(relations), `polygon ${feature}`).toEqual(expected);
    for (const [, relation] of expected) seen.set(relation!, (seen.get(relation!) ?? 0) + 1);
  }
}

it('answers as pair by pair, also when zones were moved, added and deleted', () => {
  const seen = new Map<number, number>();
  const layer = packFeatures(Array.from({ length: 140 }, (_, k) => movedPolygon(k + 1, k)));
  const target = rastered(layer);
  const small = packFeatures(
    Array.from({ length: 400 }, (_, k) =>
      box((k * 37) % 330, (k * 53) % 330, 1 + (k % 7) * (k % 3 === 0 ? 12 : 1), 2 + (k % 5)),
    ),
  );
  const large = packFeatures([
    box(-400, -400, 1500, 1500),
    polygon([-5, -5, 400, -5, 400, 400, -5, 400], [60, 60, 200, 60, 200, 200, 60, 200]),
    ...Array.from({ length: 80 }, (_, k) => movedPolygon(k + 500, (k * 5) % 140)),
  ]);
  for (const asked of [small, large]) expectSame(asked, target, seen);
  const { put, clear } = createLiveLayer(layer);
  for (let edit = 0; edit < 60; edit++) {
    const feature = (edit * 31) % 150;
    const before = layer.boxes.slice(4 * feature, 4 * feature + 4);
    if (edit % 6 === 5 && feature < layer.count) clear(feature);
    else put(feature, packFeatures([movedPolygon(edit + 900, (edit * 17) % 140)]), 0);
    updateEdgeBands(target.bands, layer, feature);
    const after = layer.boxes.slice(4 * feature, 4 * feature + 4);
    target.index.update(feature, after[0]!, after[1]!, after[2]!, after[3]!);
    for (const [minX, minY, maxX, maxY] of [before, after]) {
      if (minX !== undefined) target.raster.repaint(minX, minY!, maxX!, maxY!);
    }
    if (edit % 6 === 0) expectSame(small, target, seen);
  }
  expectSame(large, target, seen);
  for (const relation of [Relation.crosses, Relation.inside, Relation.holds]) {
    expect(seen.get(relation)).toBeGreaterThan(20);
  }
});

it('has nothing to say of what is no polygon, and of a layer without any', () => {
  const relations = createPolygonRelations(rastered(packFeatures([null])));
  relations.find(packFeatures([box(0, 0, BOX, BOX)]), 0);
  expect(relations.count).toBe(0);
  const other = createPolygonRelations(rastered(packFeatures([box(0, 0, BOX, BOX)])));
  other.find(packFeatures([{ points: [1, 1] }]), 0);
  expect(other.count).toBe(0);
});
