/** The controller on the map, fetched when the map stands and taken away with it. */
import type { Map as MapLibreMap } from 'maplibre-gl';
import { useEffect, useState } from 'react';
import type { DrawController, DrawOptions } from '../../draw/draw-types.ts';
import type { Frame } from '../../geo/laea.ts';

/** The callbacks must stay the same functions. */
export function useController(
  map: MapLibreMap | undefined,
  frame: Frame,
  callbacks: Omit<DrawOptions, 'frame'>,
): DrawController | undefined {
  const [controller, setController] = useState<DrawController>();
  const { snapSources, zones, onState, onCommit, refusal, onNotice, onKey } = callbacks;
  useEffect(() => {
    if (!map) return undefined;
    let made: DrawController | undefined;
    let left = false;
    void import('../../draw/draw-controller.ts').then(({ createDrawController }) => {
      if (left) return;
      made = createDrawController(map, { frame, snapSources, zones, onState, onCommit, refusal, onNotice, onKey });
      setController(made);
    });
    return () => {
      left = true;
      made?.destroy();
      setController(undefined);
    };
  }, [map, frame, snapSources, zones, onState, onCommit, refusal, onNotice, onKey]);
  return controller;
}
