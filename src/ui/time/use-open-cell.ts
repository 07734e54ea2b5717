/** What a press on a cell or hexagon in a list does: the map goes there, and its card opens. */
import { useApp, useCommands } from '../app-context.tsx';
import type { CellEntry } from '../store/time-store.ts';

export function useOpenCell(): (cell: Pick<CellEntry, 'place' | 'bounds'>) => void {
  const { time } = useApp();
  const { zoomToBounds, select } = useCommands();
  return ({ place, bounds }) => {
    zoomToBounds(bounds);
    select(undefined);
    time.setState({ place });
  };
}
