/** The sectors upwind on the map, while somebody looks at them. */
import { useEffect } from 'react';
import type { UpwindPlace } from '../../checks/around-types.ts';
import type { OverlayShape } from '../../map/map-types.ts';
import { useApp } from '../app-context.tsx';
import { setOverlay } from '../store/view-store.ts';

export const UPWIND_OVERLAY = 'upwind';
const RANKED_ON_MAP = 5;
/** Far from every hue of the layers, and legible on all three papers. */
const SECTOR_COLOR = '#5b3fbf';

/** Every place's sector, and the first of the open one's sources with their ranks. */
export function useSectors(places: readonly UpwindPlace[], shown: UpwindPlace | undefined): void {
  const { view } = useApp();
  useEffect(() => {
    const sectors = places.map(
      ({ sector, subject }): OverlayShape => ({
        geometry: sector,
        fill: { color: SECTOR_COLOR, opacity: subject === shown?.subject ? 0.16 : 0.07 },
        line: { color: SECTOR_COLOR, width: subject === shown?.subject ? 2 : 1, dashed: subject !== shown?.subject },
      }),
    );
    const ranks = (shown?.sources ?? []).slice(0, RANKED_ON_MAP).map(
      ({ at }, rank): OverlayShape => ({
        geometry: { type: 'Point', coordinates: [...at] },
        fill: { color: SECTOR_COLOR, opacity: 1 },
        line: { color: '#ffffff', width: 1 },
        label: String(rank + 1),
      }),
    );
    setOverlay(view, UPWIND_OVERLAY, [...sectors, ...ranks]);
    return () => setOverlay(view, UPWIND_OVERLAY, []);
  }, [places, shown, view]);
}
