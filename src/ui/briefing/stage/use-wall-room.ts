/**
 * Measures the part of the wall that words, numbers and board leave to the map, and tells the map: scenes are brought
 * into that part (scene-view.ts). What is measured anew moves the map only as long as nobody has moved it; R brings
 * the scene back.
 */
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import { findFreeRoom, type WallBox } from '../../../briefing/free-room.ts';
import type { Padding } from '../../../map/map-types.ts';
import type { Scene } from '../../../model/scene.ts';
import { type AppServices, useApp, useView } from '../../app-context.tsx';
import { aimAtScene } from '../scene-view.ts';

/** Of the wall's height, around what stands on it. */
const MARGIN = 0.015;
const ROOMS = '[data-room]';
const CREDIT = '.chentu-map-attribution';

/**
 * @param isHeld a question is being answered: what stands on the wall changes, the map does not
 * @returns what brings the scene back
 */
export function useWallRoom(scene: Scene, stage: RefObject<HTMLElement | null>, isHeld: boolean): () => void {
  const services = useApp();
  const map = useView((state) => state.map?.map);
  const moved = useRef(false);
  const measured = useRef<Scene>(undefined);

  useEffect(() => {
    if (!map) return undefined;
    const onMove = ({ originalEvent }: { originalEvent?: unknown }) => {
      if (originalEvent) moved.current = true;
    };
    map.on('movestart', onMove);
    return () => {
      map.off('movestart', onMove);
    };
  }, [map]);

  // Before whoever shows the scene aims at it.
  useLayoutEffect(() => {
    const element = stage.current;
    if (!element || isHeld) return undefined;
    const look = () => {
      const isNew = measured.current !== scene;
      measured.current = scene;
      if (isNew) moved.current = false;
      const changed = setRoom(services, measureRoom(element, scene));
      if (changed && !isNew && !moved.current) aimAtScene(scene, services, {});
    };
    look();
    const observer = new ResizeObserver(look);
    for (const room of [element, ...element.querySelectorAll(ROOMS), ...document.querySelectorAll(CREDIT)])
      observer.observe(room);
    return () => observer.disconnect();
  }, [scene, stage, isHeld, services]);
  useEffect(() => () => services.view.setState({ wallRoom: undefined }), [services]);

  return useCallback(() => {
    moved.current = false;
    aimAtScene(scene, services, {});
  }, [scene, services]);
}

/** Whether it is another one. */
function setRoom({ view }: AppServices, room: Padding): boolean {
  const { wallRoom } = view.getState();
  if (wallRoom && SIDES.every((side) => wallRoom[side] === room[side])) return false;
  view.setState({ wallRoom: room });
  return true;
}
const SIDES = ['top', 'right', 'bottom', 'left'] as const;

function measureRoom(stage: HTMLElement, scene: Scene): Padding {
  const wall = boxOf(stage);
  const boxes = [...stage.querySelectorAll(ROOMS), ...document.querySelectorAll(CREDIT)]
    .filter((element) => element.clientWidth > 0 && element.clientHeight > 0)
    .map(boxOf);
  const free = findFreeRoom(wall, boxes, scene.camera.room, MARGIN * (wall.bottom - wall.top));
  return {
    top: free.top - wall.top,
    right: wall.right - free.right,
    bottom: wall.bottom - free.bottom,
    left: free.left - wall.left,
  };
}

function boxOf(element: Element): WallBox {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  return { left: Math.round(left), top: Math.round(top), right: Math.round(right), bottom: Math.round(bottom) };
}
