/**
 * Brings the map to the scene in the part of the wall that words, numbers and board leave free, which is measured. What
 * is measured anew moves the map only as long as nobody has moved it; R brings it back.
 */
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import { findFreeRoom, type WallBox } from '../../../briefing/free-room.ts';
import { cameraInRoom } from '../../../briefing/wall-camera.ts';
import type { Scene } from '../../../model/scene.ts';
import { useView } from '../../app-context.tsx';

/** A flight that can be followed with the eyes: on the wall it shows where the next place lies. */
const FLIGHT_MS = 1200;
/** Of the wall's height, around what stands on it. */
const MARGIN = 0.015;
const ROOMS = '[data-room]';

export interface WallCamera {
  readonly returnToScene: () => void;
}

/** @param isHeld a question is being answered: what stands on the wall changes, the map does not */
export function useWallCamera(scene: Scene, stage: RefObject<HTMLElement | null>, isHeld: boolean): WallCamera {
  const map = useView((state) => state.map);
  const moved = useRef(false);
  const aimed = useRef<{ readonly scene: string; readonly room: string }>(undefined);

  const aim = useCallback(
    (transition: 'fly' | 'cut' | 'again') => {
      if (!map || !stage.current) return;
      const { wall, free } = measureRoom(stage.current, scene);
      aimed.current = { scene: scene.id, room: JSON.stringify([wall, free]) };
      moved.current = false;
      const camera = cameraInRoom(scene.camera, wall, free);
      if (transition !== 'fly') map.setCamera(camera, transition === 'cut' ? { motion: false } : {});
      else {
        const { center, zoom, bearing, pitch } = camera;
        map.map.flyTo({ center: [center[0], center[1]], zoom, bearing, pitch, duration: FLIGHT_MS });
      }
    },
    [map, scene, stage],
  );

  // After whoever shows the scene has set the camera of a map without words on it.
  useEffect(() => {
    const frame = requestAnimationFrame(() => aim(scene.transition?.type === 'cut' ? 'cut' : 'fly'));
    return () => cancelAnimationFrame(frame);
  }, [aim, scene]);

  useEffect(() => {
    if (!map) return undefined;
    const onMove = ({ originalEvent }: { originalEvent?: unknown }) => {
      if (originalEvent) moved.current = true;
    };
    map.map.on('movestart', onMove);
    return () => {
      map.map.off('movestart', onMove);
    };
  }, [map]);

  useLayoutEffect(() => {
    const element = stage.current;
    if (!element || isHeld) return undefined;
    const look = () => {
      const { wall, free } = measureRoom(element, scene);
      const known = aimed.current;
      if (known?.scene !== scene.id || moved.current || known.room === JSON.stringify([wall, free])) return;
      aim('again');
    };
    const observer = new ResizeObserver(look);
    observer.observe(element);
    for (const room of element.querySelectorAll(ROOMS)) observer.observe(room);
    return () => observer.disconnect();
  }, [aim, scene, stage, isHeld]);

  return { returnToScene: () => aim('again') };
}

function measureRoom(stage: HTMLElement, scene: Scene): { wall: WallBox; free: WallBox } {
  const wall = boxOf(stage.getBoundingClientRect());
  const boxes = [...stage.querySelectorAll(ROOMS), ...document.querySelectorAll('.chentu-map-attribution')]
    .filter(isSeen)
    .map((element) => boxOf(element.getBoundingClientRect()));
  const free = findFreeRoom(wall, boxes, scene.camera.room, MARGIN * (wall.bottom - wall.top));
  return { wall, free };
}

function isSeen(element: Element | null): element is Element {
  return element !== null && element.clientWidth > 0 && element.clientHeight > 0;
}

function boxOf({ left, top, right, bottom }: DOMRect): WallBox {
  const [x, y, z, w] = [left, top, right, bottom].map(Math.round) as [number, number, number, number];
  return { left: x, top: y, right: z, bottom: w };
}
