import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FRAME_CENTER, layerOf, spot } from '../../test/support/workspace.ts';
import { createFrame } from '../geo/laea.ts';
import type { MapPointer, OverlayShape } from '../map/map-types.ts';
import type { WorkspaceDocument } from '../model/workspace.ts';
import { createKeyValueStorage } from '../ui/store/key-value-storage.ts';
import { createLayerFeatures } from '../ui/store/layer-features.ts';
import { createSettingsStore, type Settings, type SettingsStore } from '../ui/store/settings-store.ts';
import {
  type CellPlace,
  closeCell,
  createTimeStore,
  type HotspotDrawing,
  type TimeStore,
} from '../ui/store/time-store.ts';
import { createViewStore, type ViewStore } from '../ui/store/view-store.ts';
import { createWorkspaceStore } from '../ui/store/workspace-store.ts';
import { createSelectionController, type SelectionController } from './selection-controller.ts';
import { createTimeController } from './time-controller.ts';

const frame = createFrame(FRAME_CENTER);
const seen = (id: string, x: number, y: number, day: string, value: number, source: string) =>
  spot(id, x, y, { time: `${day}T08:00:00+08:00`, value, unit: 'µg/m³', source });

/** Two cells of 3 km: one with three hotspots of November of which two are at one spot, one with a single one. */
const layers = [
  layerOf('spots', 'hotspot', [
    seen('a', 100, 100, '2026-11-02', 10, 'drone'),
    seen('b', 2900, 2900, '2026-11-20', 30, 'drone'),
    seen('c', 2900, 2900, '2026-11-21', 50, 'satellite'),
    seen('d', 200, 200, '2026-10-05', 10, 'satellite'),
    seen('e', 9100, 100, '2026-11-02', 20, 'satellite'),
  ]),
  layerOf('stations', 'receptor', [spot('s1', 1500, 1500), spot('s2', 4500, 1500)]),
];
const features = new Map(layers.map((layer) => [layer.id, createLayerFeatures(layer, layer.base)]));
const document = {
  name: '示范区',
  asOf: '2026-11-23T07:00:00+08:00',
  // The cells' corners are counted from here.
  frame: FRAME_CENTER,
  layers,
  rulePack: {},
} as unknown as WorkspaceDocument;

let view: ViewStore;
let time: TimeStore;
let settings: SettingsStore;
let selection: SelectionController;
const fitBounds = vi.fn();
/** What the engine finds under a click. */
const zone = { layer: 'zones', feature: 'z' };

beforeEach(() => {
  fitBounds.mockReset();
  view = createViewStore();
  time = createTimeStore();
  settings = createSettingsStore(
    createKeyValueStorage(() => undefined),
    { theme: 'light', findingsOpen: false } as Settings,
  );
  const workspace = createWorkspaceStore();
  const engine = { groundShares: async () => ({ ok: false }), pick: async () => ({ ok: true, value: [zone] }) };
  const controller = createTimeController({
    time,
    view,
    workspace,
    settings,
    engine: engine as never,
    translate: (key) => key,
  });
  const map = { setSelection() {}, setHover() {}, fitBounds };
  const drawn = { at: controller.drawnAt, openCell: (place: CellPlace | undefined) => time.setState({ place }) };
  selection = createSelectionController({
    engine: engine as never,
    workspace,
    view,
    settings,
    map: map as never,
    drawn,
  });
  workspace.setState({ document, features });
  time.setState({ isAsked: true });
});

/** At metres in the frame; the camera stands at zoom 12, some 15.7 m a pixel. */
const click = (x: number, y: number): Promise<void> => {
  const at = frame.unproject(x, y);
  return selection.click({ at, pixel: [x, y], metersPerPixel: 15.7, shiftKey: false, altKey: false } as MapPointer);
};
const draw = (drawing: HotspotDrawing) => time.setState({ drawing });
const outline = (): readonly OverlayShape[] => view.getState().overlays['hotspot-cell'] ?? [];

describe('a click on a cell of the grid', () => {
  it('opens its card: the month, the alarms, the sources, the hotspots, the stations', async () => {
    draw('cells3000');
    await click(1000, 2000);
    const { card } = time.getState();
    expect(card).toMatchObject({
      place: { column: 0, row: 0 },
      areaSquareMeters: 9_000_000,
      hotspots: ['c', 'b', 'a'].map((feature) => ({ layer: 'spots', feature })),
      sources: [
        { value: 'drone', count: 2 },
        { value: 'satellite', count: 1 },
      ],
      receptors: [{ layer: 'stations', feature: 's1' }],
      // The mean of 10, 30 and 50; October had 10.
      month: { mean: 30, monthBefore: 10, yearBefore: undefined },
    });
    expect(card?.month?.alarms.map(({ kind }) => kind)).toEqual(['worstMean', 'worstMonthOnMonth']);
    expect(settings.getState().findingsOpen).toBe(true);
    expect(outline()).toHaveLength(1);
    // Nothing is chosen yet, and what lies under the click is not lost.
    expect(view.getState().selection).toBeUndefined();
    expect(view.getState().underPointer).toEqual([{ type: 'feature', subject: zone }]);
  });

  it('goes on to what lies there with the next click at the same place', async () => {
    draw('cells3000');
    await click(1000, 2000);
    await click(1000, 2000);
    expect(view.getState().selection).toEqual({ type: 'feature', subject: zone });
    expect(time.getState().card).toBeDefined();
  });

  it('has no alarm where none points at it', async () => {
    draw('cells3000');
    await click(9500, 500);
    expect(time.getState().card?.month).toMatchObject({ mean: 20, alarms: [], monthBefore: undefined });
  });

  it('closes it outside of every cell, and where another drawing has no such cell', async () => {
    draw('cells3000');
    await click(1000, 2000);
    await click(5000, 2000);
    expect(time.getState().card).toBeUndefined();
    expect(outline()).toEqual([]);
    await click(1000, 2000);
    draw('points');
    expect(time.getState().card).toBeUndefined();
  });

  it('follows what is filtered, with the same ground', async () => {
    draw('cells3000');
    await click(1000, 2000);
    const off = { source: new Set(['drone']), kind: new Set<string>(), confidence: new Set<string>() };
    time.setState({ off });
    expect(time.getState().card).toMatchObject({
      hotspots: [{ layer: 'spots', feature: 'c' }],
      month: { mean: 50 },
    });
    expect(closeCell(time)).toBe(true);
    expect(time.getState().card).toBeUndefined();
    expect(closeCell(time)).toBe(false);
  });
});

it('a hexagon has a card without a month, and the fullest ones are listed', async () => {
  draw('hexagons');
  await click(2900, 2900);
  expect(time.getState().card).toMatchObject({ drawing: 'hexagons', month: undefined });
  expect(time.getState().card?.hotspots.map(({ feature }) => feature)).toEqual(['c', 'b']);
  expect(time.getState().picture?.densest.map(({ count }) => count)).toEqual([2, 2, 1]);
});

describe('a click on a cluster', () => {
  it('zooms to what is in it where that stands apart', async () => {
    draw('clusters');
    // a and d, 141 m apart, in one square of 1 km.
    await click(150, 150);
    expect(fitBounds).toHaveBeenCalledTimes(1);
    const [[west, south, east, north], maxZoom] = fitBounds.mock.calls[0] as [number[], number];
    expect([west, south]).toEqual(frame.unproject(100, 100).map((degree) => expect.closeTo(degree, 9)));
    expect([east, north]).toEqual(frame.unproject(200, 200).map((degree) => expect.closeTo(degree, 9)));
    expect(maxZoom).toBe(17);
    expect(view.getState().selection).toBeUndefined();
  });

  it('lists what is at one place, the newest selected', async () => {
    draw('clusters');
    await click(2900, 2900);
    expect(fitBounds).not.toHaveBeenCalled();
    const targets = ['c', 'b'].map((feature) => ({ type: 'feature', subject: { layer: 'spots', feature } }));
    expect(view.getState().underPointer).toEqual(targets);
    expect(view.getState().selection).toEqual(targets[0]);
  });

  it('selects a hotspot that stands alone', async () => {
    draw('clusters');
    await click(9100, 100);
    expect(view.getState().selection).toEqual({ type: 'feature', subject: { layer: 'spots', feature: 'e' } });
  });

  it('means what lies there beside every circle, and on a wall or while drawing', async () => {
    draw('clusters');
    await click(5000, 2000);
    view.setState({ presenting: true });
    await click(2900, 2900);
    view.setState({ presenting: false, mode: 'draw' });
    await click(150, 150);
    expect(view.getState().selection).toEqual({ type: 'feature', subject: zone });
    expect(fitBounds).not.toHaveBeenCalled();
  });
});
