/** Goes to what was found: selects it, narrows the scope to it, unfolds it, or marks the place. */
import type { PlaceReading } from '../../geo/read-place.ts';
import { formatCoordinates } from '../../i18n/format.ts';
import { useApp, useCommands, useSettings } from '../app-context.tsx';
import { setOverlay, type ViewStore } from '../store/view-store.ts';
import type { SearchMatch } from './find-matches.ts';

export type SearchHit = SearchMatch | { readonly type: 'place'; readonly place: PlaceReading };

const OVERLAY = 'searched place';
/** Half the side of the ground that is shown around a place: some 200 m. */
const AROUND_DEGREES = 0.002;
const MARK = { fill: '#1F527F', line: '#FFFFFF' } as const;

/** Takes the mark of the last place away. */
export function unmarkPlace(view: ViewStore): void {
  if (view.getState().overlays[OVERLAY]?.length) setOverlay(view, OVERLAY, []);
}

export function useGo(): (hit: SearchHit) => void {
  const { view } = useApp();
  const { select, setScope, zoomToBounds } = useCommands();
  const change = useSettings((settings) => settings.change);
  const goToPlace = ({ longitude, latitude }: PlaceReading) => {
    setOverlay(view, OVERLAY, [
      {
        geometry: { type: 'Point', coordinates: [longitude, latitude] },
        fill: { color: MARK.fill, opacity: 1 },
        line: { color: MARK.line, width: 2 },
        radiusPixels: 7,
        label: formatCoordinates(longitude, latitude),
      },
    ]);
    zoomToBounds([
      longitude - AROUND_DEGREES,
      latitude - AROUND_DEGREES,
      longitude + AROUND_DEGREES,
      latitude + AROUND_DEGREES,
    ]);
  };
  return (hit) => {
    if (hit.type === 'place') return goToPlace(hit.place);
    if (hit.type === 'feature') select({ type: 'feature', subject: hit.subject });
    else if (hit.type === 'owner') setScope({ type: 'owner', owner: hit.owner });
    else
      view.setState((state) => ({ list: 'findings', filter: '', openRules: new Set([...state.openRules, hit.rule]) }));
    change({ findingsOpen: true });
  };
}
