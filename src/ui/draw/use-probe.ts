/** The newest figures of a draft; kept while the next are under way, so that nothing flickers. */
import { useEffect, useMemo, useRef, useState } from 'react';
import type { ProbeDraft, ProbeResult } from '../../checks/session-types.ts';
import type { Result } from '../../core/result.ts';
import { createLatestOnly } from '../../draw/latest-only.ts';

export function useProbe(draft: ProbeDraft | undefined, ask: (draft: ProbeDraft) => Promise<Result<ProbeResult>>) {
  const [answer, setAnswer] = useState<{ draft: ProbeDraft; probe: ProbeResult | undefined }>();
  const asking = useRef(ask);
  useEffect(() => {
    asking.current = ask;
  });
  const latestOnly = useMemo(
    () =>
      createLatestOnly<ProbeDraft, Result<ProbeResult>>(
        (question) => timed(asking.current(question)),
        (found, question) => setAnswer({ draft: question, probe: found.ok ? found.value : undefined }),
      ),
    [],
  );
  useEffect(() => {
    if (draft) latestOnly.ask(draft);
    else {
      latestOnly.forget();
      setAnswer(undefined);
    }
  }, [draft, latestOnly]);
  useEffect(() => () => latestOnly.forget(), [latestOnly]);
  return { probe: draft && answer?.probe, probing: draft !== undefined && answer?.draft !== draft };
}

/** In the browser's own timeline, for whoever measures how the figures follow the pointer: from the question to the answer on the page. */
async function timed<T>(answer: Promise<T>): Promise<T> {
  const start = performance.now();
  const found = await answer;
  performance.measure('chentu-probe', { start, end: performance.now() });
  return found;
}
