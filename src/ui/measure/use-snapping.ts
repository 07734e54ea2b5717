/** Borders and roads in view to snap to, for as long as it is switched on. The index is made when it is first asked. */
import { type RefObject, useEffect, useRef } from 'react';
import { createMapSnapping, type MapSnapping } from '../../draw/map-snapping.ts';
import { createFrame } from '../../geo/laea.ts';
import { useApp, useView } from '../app-context.tsx';
import { isSnapKind, sourcesOf } from '../store/layer-features.ts';
import { lookOf } from '../store/view-store.ts';

export function useSnapping(isOn: boolean): RefObject<MapSnapping | undefined> {
  const { view, workspace } = useApp();
  const map = useView((state) => state.map);
  const snapping = useRef<MapSnapping>(undefined);
  useEffect(() => {
    if (!map || !isOn) return undefined;
    const made = createMapSnapping(map.map, {
      frame: createFrame(map.camera().center),
      sources: () => sourcesOf(workspace.getState().features, (id) => lookOf(view.getState(), id).visible, isSnapKind),
      except: () => false,
      enabled: () => true,
    });
    snapping.current = made;
    const stop = made.start();
    return () => {
      stop();
      snapping.current = undefined;
    };
  }, [map, isOn, view, workspace]);
  return snapping;
}
