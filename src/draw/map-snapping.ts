/** Snapping on a MapLibre map: the index follows the view. Holding Alt switches it off. */
import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Frame } from '../geo/laea.ts';
import type { SnapSource } from './draw-types.ts';
import { type Box, buildSnapIndex, type SnapIndex } from './snap-index.ts';

export interface MapSnapping {
  /** The exact position to snap to, near a pixel of the map's canvas. */
  readonly snap: (pixel: { readonly x: number; readonly y: number }) => GeoJSON.Position | undefined;
  readonly usable: () => boolean;
  /** Whether Shift was held when the pointer last moved. */
  readonly shift: () => boolean;
  readonly refresh: () => void;
  /** Follows the view until the answer is called. */
  readonly start: () => () => void;
}

export interface MapSnappingOptions {
  readonly frame: Frame;
  readonly sources: () => Iterable<SnapSource>;
  /** What is not snapped to: the shape in hand, and what moves along with it. */
  readonly except: (layer: string, feature: string) => boolean;
  readonly enabled: () => boolean;
}

const SNAP_PIXELS = 12;

export function createMapSnapping(map: MapLibreMap, options: MapSnappingOptions): MapSnapping {
  let index: SnapIndex | undefined;
  let free = false;
  let shift = false;
  const refresh = () => {
    index = undefined;
  };
  const current = () => {
    index ??= buildSnapIndex(options.sources(), viewOf(map), options.frame, options.except);
    return index;
  };
  return {
    snap(pixel) {
      if (free || !options.enabled()) return undefined;
      const project = (longitude: number, latitude: number) => map.project([longitude, latitude]);
      return current().nearest(pixel, boxAround(map, pixel), project, SNAP_PIXELS)?.position;
    },
    usable: () => !options.enabled() || current().usable,
    shift: () => shift,
    refresh,
    start() {
      refresh();
      free = false;
      const followKeys = (event: PointerEvent) => {
        free = event.altKey;
        shift = event.shiftKey;
      };
      const container = map.getCanvasContainer();
      map.on('moveend', refresh);
      container.addEventListener('pointermove', followKeys, { capture: true });
      container.addEventListener('pointerdown', followKeys, { capture: true });
      return () => {
        map.off('moveend', refresh);
        container.removeEventListener('pointermove', followKeys, { capture: true });
        container.removeEventListener('pointerdown', followKeys, { capture: true });
      };
    },
  };
}

function viewOf(map: MapLibreMap): Box {
  const bounds = map.getBounds();
  return [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
}

/** The degrees around a pixel that hold everything within the tolerance, on a turned or tilted map too. */
function boxAround(map: MapLibreMap, { x, y }: { readonly x: number; readonly y: number }): Box {
  const corners = [
    [x - SNAP_PIXELS, y - SNAP_PIXELS],
    [x + SNAP_PIXELS, y - SNAP_PIXELS],
    [x + SNAP_PIXELS, y + SNAP_PIXELS],
    [x - SNAP_PIXELS, y + SNAP_PIXELS],
  ] as const;
  const positions = corners.map(([px, py]) => map.unproject([px, py]));
  const longitudes = positions.map((position) => position.lng);
  const latitudes = positions.map((position) => position.lat);
  return [Math.min(...longitudes), Math.min(...latitudes), Math.max(...longitudes), Math.max(...latitudes)];
}
