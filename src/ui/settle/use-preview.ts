/** Shows on the map what an edit would do, for as long as somebody looks at it. */
import { useEffect } from 'react';
import type { GroundMove } from '../../checks/settle/settle-types.ts';
import type { LonLat } from '../../model/lon-lat.ts';
import { useView } from '../app-context.tsx';

const NO_MOVES: readonly GroundMove[] = [];

/** `moves` and `line` are compared by identity. Ground that goes the other way than the first has its own look. */
export function usePreview(moves: readonly GroundMove[] = NO_MOVES, line?: readonly LonLat[]): void {
  const map = useView((state) => state.map);
  useEffect(() => {
    if (!map || (moves.length === 0 && !line)) return undefined;
    const first = moves[0]?.to?.feature;
    map.setPreview({
      areas: moves.map(({ geometry, to }) => ({ geometry, side: to?.feature === first ? 0 : 1 })),
      ...(line ? { line: { type: 'LineString', coordinates: line.map((at) => [...at]) } } : {}),
    });
    return () => map.setPreview({ areas: [] });
  }, [map, moves, line]);
}
