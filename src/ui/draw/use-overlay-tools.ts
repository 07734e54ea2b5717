/** Merge, clip, buffer and what a draft shares with others: the tools are fetched when they are first asked for. */
import { useCallback, useRef } from 'react';
import type { Result } from '../../core/result.ts';
import type { OverlayTools } from '../../draw/overlay-tools.ts';
import type { Frame } from '../../geo/laea.ts';

export function useOverlayTools(frame: Frame): () => Promise<Result<OverlayTools>> {
  const loaded = useRef<{ readonly frame: Frame; readonly tools: Promise<Result<OverlayTools>> }>(undefined);
  return useCallback(() => {
    if (loaded.current?.frame !== frame) {
      const tools = import('../../draw/overlay-tools.ts').then(({ loadOverlayTools }) => loadOverlayTools(frame));
      loaded.current = { frame, tools };
    }
    return loaded.current.tools;
  }, [frame]);
}
