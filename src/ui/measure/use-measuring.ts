/**
 * Points placed one after the other, by clicks, by Enter at the cross or by numbers. Backspace takes the
 * last one back, Enter, Escape or a second click on the last point ends it. What stands is drawn over the map.
 */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { MapSnapping } from '../../draw/map-snapping.ts';
import { offsetPosition } from '../../draw/offset-position.ts';
import { parseTypedVertex } from '../../draw/parse-position.ts';
import { createFrame } from '../../geo/laea.ts';
import { type MeasuredPath, measurePath } from '../../geo/measure-path.ts';
import type { MapPointer } from '../../map/map-types.ts';
import type { LonLat } from '../../model/lon-lat.ts';
import { useApp, useTexts, useView } from '../app-context.tsx';
import { setOverlay } from '../store/view-store.ts';
import { type MeasureKind, shapesOfBand, shapesOfMeasure } from './measure-shapes.ts';
import { useSnapping } from './use-snapping.ts';

export interface Measuring {
  readonly kind: MeasureKind;
  readonly positions: readonly LonLat[];
  readonly measured: MeasuredPath;
  readonly isRunning: boolean;
  readonly snaps: boolean;
  setKind(kind: MeasureKind): void;
  setSnaps(snaps: boolean): void;
  /** Coordinates, or a distance and a bearing from the last point; false where the text is neither. */
  placeTyped(text: string): boolean;
  takeBack(): void;
  startOver(): void;
  goOn(): void;
  finish(): void;
}

const OVERLAY = 'measure';
const BAND = 'measureBand';
/** A second click this near the first means the same point: it ends the path. */
const SAME_POINT_PIXELS = 5;

export function useMeasuring(): Measuring {
  const { view } = useApp();
  const { language } = useTexts();
  const map = useView((state) => state.map);
  const isRunning = useView((state) => state.pointerTool === 'measure');
  const [kind, setKind] = useState<MeasureKind>('place');
  const [positions, setPositions] = useState<readonly LonLat[]>([]);
  const [snaps, setSnaps] = useState(false);
  const snapping = useSnapping(snaps && isRunning);
  const lastPixel = useRef<readonly [number, number]>(undefined);
  const measured = useMemo(() => measurePath(positions, kind === 'area'), [positions, kind]);

  const goOn = useCallback(() => view.setState({ pointerTool: 'measure' }), [view]);
  const finish = useCallback(() => {
    lastPixel.current = undefined;
    view.setState({ pointerTool: undefined });
  }, [view]);
  const takeBack = useCallback(() => setPositions((before) => before.slice(0, -1)), []);
  const startOver = useCallback(() => {
    lastPixel.current = undefined;
    setPositions([]);
    goOn();
  }, [goOn]);

  // The tool is in hand as long as the panel is open; leaving takes everything along.
  useEffect(() => {
    goOn();
    return () => {
      if (view.getState().pointerTool === 'measure') finish();
      setOverlay(view, OVERLAY, []);
      setOverlay(view, BAND, []);
    };
  }, [view, goOn, finish]);

  useEffect(
    () => setOverlay(view, OVERLAY, shapesOfMeasure(kind, positions, measured, language)),
    [view, kind, positions, measured, language],
  );

  useEffect(() => {
    if (!map || !isRunning) return undefined;
    const place = (pointer: MapPointer) => {
      const [x, y] = pointer.pixel;
      const last = lastPixel.current;
      if (kind !== 'place' && last && Math.hypot(x - last[0], y - last[1]) < SAME_POINT_PIXELS) return finish();
      lastPixel.current = pointer.pixel;
      const at = placeOf(pointer, snapping.current);
      setPositions((before) => (kind === 'place' ? [at] : [...before, at]));
    };
    const preview = (pointer: MapPointer | null) => {
      const last = positions.at(-1);
      if (!pointer || !last) return setOverlay(view, BAND, []);
      const at = placeOf(pointer, snapping.current);
      setOverlay(view, BAND, shapesOfBand(kind, positions, at, measurePath([last, at], false), language));
    };
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || belongsToControl(event.target)) return;
      if (event.key === 'Backspace') takeBack();
      else if (event.key === 'Enter' && kind !== 'place') finish();
      else return;
      event.preventDefault();
    };
    const stop = [map.on('click', place), map.on('hover', preview)];
    window.addEventListener('keydown', press);
    return () => {
      for (const end of stop) end();
      window.removeEventListener('keydown', press);
      setOverlay(view, BAND, []);
    };
  }, [map, isRunning, kind, positions, language, view, snapping, finish, takeBack]);

  useEffect(() => {
    if (!map || !isRunning) return undefined;
    map.map.doubleClickZoom.disable();
    map.map.getCanvas().style.cursor = 'crosshair';
    return () => {
      map.map.doubleClickZoom.enable();
      map.map.getCanvas().style.cursor = '';
    };
  }, [map, isRunning]);

  return {
    kind,
    positions,
    measured,
    isRunning,
    snaps,
    setKind(next) {
      setKind(next);
      // A distance may become an area; of a path only its last point is a place.
      if (next === 'place') setPositions((before) => before.slice(-1));
      lastPixel.current = undefined;
      goOn();
    },
    setSnaps,
    placeTyped(text) {
      const at = readTyped(text, positions.at(-1));
      if (!at) return false;
      setPositions(kind === 'place' ? [at] : [...positions, at]);
      map?.flyTo(at);
      return true;
    },
    takeBack,
    startOver,
    goOn,
    finish,
  };
}

function placeOf({ at, pixel: [x, y], altKey }: MapPointer, snapping: MapSnapping | undefined): LonLat {
  const [longitude, latitude] = (altKey ? undefined : snapping?.snap({ x, y })) ?? at;
  return [longitude as number, latitude as number];
}

function readTyped(text: string, last: LonLat | undefined): LonLat | undefined {
  const typed = parseTypedVertex(text);
  if (!typed) return undefined;
  if (typed.type === 'offset') {
    if (!last) return undefined;
    const [longitude, latitude] = offsetPosition(
      [...last],
      typed.distanceMeters,
      typed.bearingDegrees,
      createFrame(last),
    );
    return [longitude as number, latitude as number];
  }
  return [typed.position[0] as number, typed.position[1] as number];
}

/** Keys that mean something where the focus is: fields, buttons, lists. */
function belongsToControl(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select, button, a, [role="option"]') !== null;
}
