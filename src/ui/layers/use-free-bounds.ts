/** The part of the world that is on screen and not under a panel; renewed when the map comes to rest. */
import { useEffect, useState } from 'react';
import type { Bounds } from '../../map/map-types.ts';
import { useView } from '../app-context.tsx';

/** Undefined before there is a map. */
export function useFreeBounds(): Bounds | undefined {
  const map = useView((state) => state.map);
  const [bounds, setBounds] = useState<Bounds>();
  useEffect(() => {
    if (!map) return setBounds(undefined);
    const look = () => setBounds(map.freeBounds());
    look();
    const ends = [map.on('move', look), map.on('padding', look)];
    return () => {
      for (const end of ends) end();
    };
  }, [map]);
  return bounds;
}
