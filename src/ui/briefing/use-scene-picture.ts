/** Whatever scene the map comes to show, a small picture of it is kept; one at a time, and only of the last one. */
import { useCallback, useEffect, useRef } from 'react';
import type { Scene } from '../../model/scene.ts';
import { useApp } from '../app-context.tsx';
import { takeScenePicture } from './keep-scene-picture.ts';

/** To be called when the scene is being shown; `shown` settles when all of it has been worked out. */
export function useScenePicture(): (scene: Scene, shown?: Promise<void>) => void {
  const services = useApp();
  const under = useRef<AbortController>(undefined);
  useEffect(() => () => under.current?.abort(), []);
  return useCallback(
    (scene, shown) => {
      under.current?.abort();
      const own = new AbortController();
      under.current = own;
      const take = async () => {
        await shown;
        if (!own.signal.aborted) await takeScenePicture(scene, services, own.signal);
      };
      void take();
    },
    [services],
  );
}
