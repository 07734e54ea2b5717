/** What there is to do in each piece that was cut off: so that a zone is split evenly before it is saved. */
import { useEffect, useState } from 'react';
import { type ProbeDraft, type ProbeResult, type Workload, workloadIn } from '../../checks/session-types.ts';
import type { Result } from '../../core/result.ts';
import type { Shape } from '../../draw/shape-paths.ts';

/** In the order of the pieces; empty until all are known. `draft`: the shape that they were cut off. */
export function usePieceWorkloads(
  pieces: readonly Shape[],
  draft: ProbeDraft | undefined,
  ask: (draft: ProbeDraft) => Promise<Result<ProbeResult>>,
): readonly Workload[] {
  const [found, setFound] = useState<{ readonly pieces: readonly Shape[]; readonly workloads: readonly Workload[] }>();
  useEffect(() => {
    if (!draft || pieces.length === 0 || found?.pieces === pieces) return undefined;
    let left = false;
    void (async () => {
      const workloads: Workload[] = [];
      for (const geometry of pieces) {
        if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') return;
        const probe = await ask({ ...draft, geometry });
        if (left || !probe.ok) return;
        workloads.push(workloadIn(probe.value));
      }
      setFound({ pieces, workloads });
    })();
    return () => {
      left = true;
    };
  }, [pieces, draft, ask, found]);
  return found?.pieces === pieces ? found.workloads : [];
}
