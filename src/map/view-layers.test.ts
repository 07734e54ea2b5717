import { expect, it } from 'vitest';
import { appendGeoJson, createGeometryBuilder } from '../geo/geometry-column.ts';
import { buildDrawable } from '../geo/triangulate.ts';
import type { DrawContext } from './draw-context.ts';
import type { LayerView } from './map-types.ts';
import { createViewLayers } from './view-layers.ts';

/** 300 circles of 400 positions in a field of 0.4° × 0.3°: four tiles. */
function circles(): LayerView {
  const builder = createGeometryBuilder();
  for (let feature = 0; feature < 300; feature++) {
    const [x, y] = [113 + (feature % 20) * 0.02, 34 + Math.floor(feature / 20) * 0.02];
    const ring = Array.from({ length: 401 }, (_, step) => {
      const angle = ((step % 400) / 400) * 2 * Math.PI;
      return [x + 0.004 * Math.cos(angle), y + 0.004 * Math.sin(angle)];
    });
    appendGeoJson(builder, { type: 'Polygon', coordinates: [ring] });
  }
  const styling = { category: new Uint8Array(300) };
  return {
    id: 'soil',
    kind: 'bareSoil',
    drawable: buildDrawable(builder.finish()),
    styling,
    visible: true,
    opacity: 1,
  };
}

const context = (metersPerPixel: number, window: DrawContext['window']): DrawContext => ({
  theme: 'light',
  atlas: { image: {} as HTMLCanvasElement, mapping: {} },
  zoom: 15,
  metersPerPixel,
  window,
});
const EVERYWHERE = [112, 33, 115, 36] as const;
const CORNER = [112.9, 33.9, 113.05, 34.05] as const;
const shown = ({ layers }: ReturnType<ReturnType<typeof createViewLayers>['build']>) =>
  layers.filter(({ layer }) => layer.props.visible).map(({ layer }) => layer.id);

it('draws what lies in the window, at the level that suits the scale', () => {
  const views = createViewLayers(() => 0);
  expect(shown(views.build([circles()], context(1, CORNER)))).toEqual(['soil/fill-0-0', 'soil/edge-0-0']);
  expect(shown(views.build([circles()], context(1, EVERYWHERE)))).toHaveLength(8);
  expect(shown(views.build([circles()], context(4, EVERYWHERE)))).toEqual(['soil/fill-1-0', 'soil/edge-1-0']);
});

it('shows the level before until the next one is made, and makes at least one tile at a time', () => {
  let time = 0;
  const views = createViewLayers(() => (time += 100));
  const view = circles();
  expect(shown(views.build([view], context(4, EVERYWHERE)))).toEqual(['soil/fill-1-0', 'soil/edge-1-0']);
  const steps = Array.from({ length: 4 }, () => {
    const built = views.build([view], context(1, EVERYWHERE));
    return [built.isComplete, shown(built).length];
  });
  expect(steps).toEqual([
    [false, 2],
    [false, 2],
    [false, 2],
    [true, 8],
  ]);
});

it('makes nothing of a layer that is not seen', () => {
  expect(createViewLayers().build([{ ...circles(), visible: false }], context(1, EVERYWHERE)).layers).toEqual([]);
});
