/** The tool in hand. The wheel makes it larger and smaller instead of moving the map. */
import { useEffect, useState } from 'react';
import type { StageTool } from '../../../../briefing/scene-player.ts';
import { Laser } from './Laser.tsx';
import { Magnifier } from './Magnifier.tsx';
import { Spotlight } from './Spotlight.tsx';
import { FIRST_SIZES, resizeTool } from './tool-size.ts';
import type { StagePoint } from './use-stage-pointer.ts';

export interface StageToolsProps {
  readonly tool: StageTool | undefined;
  /** Where a finger rests: the laser begins there. */
  readonly hold: StagePoint | undefined;
}

export function StageTools({ tool, hold }: StageToolsProps) {
  const [sizes, setSizes] = useState(FIRST_SIZES);
  useEffect(() => {
    if (!tool) return undefined;
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      event.stopPropagation();
      setSizes((before) => resizeTool(before, tool, event.deltaY));
    };
    const options = { capture: true, passive: false } as const;
    window.addEventListener('wheel', onWheel, options);
    return () => window.removeEventListener('wheel', onWheel, options);
  }, [tool]);
  if (tool === 'laser') return <Laser size={sizes.laser} hold={hold} />;
  if (tool === 'spotlight') return <Spotlight size={sizes.spotlight} />;
  if (tool === 'magnifier') return <Magnifier size={sizes.magnifier} />;
  return null;
}
