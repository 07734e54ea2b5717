/** Whose ground an area is: asked of the engine, which knows the zones. */
import { useEffect, useState } from 'react';
import type { GroundShare } from '../../checks/ground-shares.ts';
import { useCommands } from '../app-context.tsx';

/** Undefined until it has answered; empty where no zone has a part of it. */
export function useGroundShares(area: GeoJSON.Polygon | undefined): readonly GroundShare[] | undefined {
  const { groundShares } = useCommands();
  const [answer, setAnswer] = useState<{ readonly of: GeoJSON.Polygon; readonly shares: readonly GroundShare[] }>();
  useEffect(() => {
    if (!area) return;
    let isCurrent = true;
    void groundShares([area]).then((found) => {
      if (isCurrent) setAnswer({ of: area, shares: (found.ok && found.value[0]) || [] });
    });
    return () => {
      isCurrent = false;
    };
  }, [area, groundShares]);
  return answer?.of === area ? answer?.shares : undefined;
}
