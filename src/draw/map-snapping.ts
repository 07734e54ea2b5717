/** Snapping on a MapLibre map: the index follows the view. Holding Alt switches it off. */
import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Subject } from '../core/subject.ts';
import type { SnapSource } from './draw-types.ts';
import { type Box, buildSnapIndex, type SnapIndex } from './snap-index.ts';

export interface MapSnapping {
  /** The exact position to snap to, near a pixel of the map's canvas. */
  readonly snap: (pixel: { readonly x: number; readonly y: number }) => GeoJSON.Position | undefined;
  readonly usable: () => boolean;
  readonly refresh: () => void;
  /** Follows the view until the answer is called. */
  readonly start: () => () => void;
}

const SNAP_PIXELS = 12;

export function createMapSnapping(
  map: MapLibreMap,
  zones: () => Iterable<SnapSource>,
  edited: () => Subject | undefined,
): MapSnapping {
  let index: SnapIndex | undefined;
  let free = false;
  const refresh = () => {
    index = undefined;
  };
  const current = () => {
    index ??= buildSnapIndex(zones(), viewOf(map), edited());
    return index;
  };
  return {
    snap(pixel) {
      if (free) return undefined;
      const project = (longitude: number, latitude: number) => map.project([longitude, latitude]);
      return current().nearest(pixel, boxAround(map, pixel), project, SNAP_PIXELS)?.position;
    },
    usable: () => current().usable,
    refresh,
    start() {
      refresh();
      free = false;
      const followAlt = (event: PointerEvent) => {
        free = event.altKey;
      };
      const container = map.getCanvasContainer();
      map.on('moveend', refresh);
      container.addEventListener('pointermove', followAlt, { capture: true });
      container.addEventListener('pointerdown', followAlt, { capture: true });
      return () => {
        map.off('moveend', refresh);
        container.removeEventListener('pointermove', followAlt, { capture: true });
        container.removeEventListener('pointerdown', followAlt, { capture: true });
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
