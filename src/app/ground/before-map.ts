/**
 * A second map exactly over the first one, of which only the left part is seen. It has no controls, takes no
 * pointer and no keys: it follows the first one's camera, size and sharpness.
 */
import type { MapTheme, MapView, MapViewOptions } from '../../map/map-types.ts';
import './before-map.css';

export interface BeforeMap {
  readonly view: MapView;
  /** Share of the width, from the left, that it covers. */
  setShare(share: number): void;
  setTheme(theme: MapTheme): void;
  destroy(): void;
}

export type CreateMapView = (container: HTMLElement, options: MapViewOptions) => MapView;

export function openBeforeMap(
  main: MapView,
  createMapView: CreateMapView,
  options: Omit<MapViewOptions, 'controls' | 'motion' | 'camera' | 'tiles'>,
): BeforeMap {
  const box = document.createElement('div');
  box.className = 'chentu-before';
  box.inert = true;
  box.setAttribute('aria-hidden', 'true');
  box.dataset.state = 'busy';
  const room = document.createElement('div');
  room.style.height = '100%';
  box.append(room);
  main.map.getContainer().append(box);
  const view = createMapView(room, {
    ...options,
    tiles: main.lendTiles(),
    camera: main.camera(),
    controls: false,
    motion: false,
  });
  view.map.setPixelRatio(main.map.getPixelRatio());

  let { theme } = options;
  const follow = () => {
    view.map.jumpTo({
      center: main.map.getCenter(),
      zoom: main.map.getZoom(),
      bearing: main.map.getBearing(),
      pitch: main.map.getPitch(),
    });
  };
  const resize = () => {
    view.map.setPixelRatio(main.map.getPixelRatio());
    view.resize();
    follow();
  };
  const stopIdle = view.on('idle', () => {
    box.dataset.state = 'idle';
  });
  main.map.on('move', follow);
  main.map.on('resize', resize);
  return {
    view,
    setShare(share) {
      box.style.clipPath = `inset(0 ${(1 - share) * 100}% 0 0)`;
    },
    setTheme(next) {
      if (next === theme) return;
      theme = next;
      view.setTheme(next);
    },
    destroy() {
      stopIdle();
      main.map.off('move', follow);
      main.map.off('resize', resize);
      view.destroy();
      box.remove();
    },
  };
}
