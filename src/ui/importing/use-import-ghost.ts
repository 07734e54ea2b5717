/** Shows on the map what the layer that is looked at would bring, and brings the map there when another one is looked at. */
import { useEffect } from 'react';
import { useCommands, useImporting, useView } from '../app-context.tsx';

export function useImportGhost(): void {
  const { zoomToBounds } = useCommands();
  const map = useView((state) => state.map);
  const phase = useImporting((state) => state.phase);
  const current = useImporting((state) => state.current);
  const preview = useImporting((state) => state.layers.find((layer) => layer.key === state.current)?.preview);
  const reading = useImporting((state) => state.layers.find((layer) => layer.key === state.current)?.choices.reading);
  const isShown = phase === 'deciding';
  useEffect(() => {
    if (!map || !preview || !isShown) return undefined;
    map.setGhost({ shapes: preview.shapes, before: preview.unshifted });
    return () => map.setGhost({ shapes: [], before: [] });
  }, [map, preview, isShown]);
  // Another layer, or the same read as lying elsewhere: not at every change of a field.
  const place = JSON.stringify([current, reading?.crs, reading?.swapAxes, preview?.shapes.length === 0]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `preview` changes with every choice, `place` says when it matters.
  useEffect(() => {
    const bounds = preview?.bounds;
    if (map && bounds && isShown) zoomToBounds(bounds);
  }, [map, place, isShown, zoomToBounds]);
}
