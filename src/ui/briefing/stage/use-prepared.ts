/**
 * Everything that a briefing needs from the network is fetched when it starts: the base map as a whole and the type of
 * every word that may come. From then on it goes on without. The code of the stage is here by then, with this file.
 */
import { useEffect, useState } from 'react';
import type { Scene } from '../../../model/scene.ts';
import { useApp, useView } from '../../app-context.tsx';
import { listCharacters } from './list-characters.ts';

/** `alone`: nothing more is asked of the network. `baseMap`: the base map is asked for as it is looked at. */
export type Prepared = 'alone' | 'baseMap';

const WEIGHTS = [400, 600];

/** Undefined until it is done. */
export function usePrepared(scenes: readonly Scene[]): Prepared | undefined {
  const { workspace } = useApp();
  const map = useView((state) => state.map);
  const [prepared, setPrepared] = useState<Prepared>();
  useEffect(() => {
    if (!map) return undefined;
    let isCurrent = true;
    const characters = listCharacters(scenes, workspace.getState().features);
    const type = WEIGHTS.map((weight) => document.fonts.load(`${weight} 1em "Noto Sans SC"`, characters));
    void Promise.all([map.holdBaseMap(), map.holdFonts(), Promise.allSettled(type)]).then(([isHeld]) => {
      if (isCurrent) setPrepared(isHeld ? 'alone' : 'baseMap');
    });
    return () => {
      isCurrent = false;
    };
  }, [map, scenes, workspace]);
  return prepared;
}
