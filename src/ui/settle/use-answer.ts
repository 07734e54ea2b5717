/** An answer of the engine that is asked for anew whenever the question changes; the last one stays until the next is there. */
import { useEffect, useState } from 'react';
import type { Result } from '../../core/result.ts';

export interface Answer<T> {
  /** Of the question as it is now, or of the one before it. */
  readonly result: Result<T> | undefined;
  readonly asking: boolean;
}

/** Undefined asks nothing. The question's identity counts: keep it stable. */
export function useAnswer<Q, T>(question: Q | undefined, ask: (question: Q) => Promise<Result<T>>): Answer<T> {
  const [answer, setAnswer] = useState<{ question: Q; result: Result<T> }>();
  useEffect(() => {
    if (question === undefined) return undefined;
    let gone = false;
    void ask(question).then((result) => {
      if (!gone) setAnswer({ question, result });
    });
    return () => {
      gone = true;
    };
  }, [question, ask]);
  return {
    result: question === undefined ? undefined : answer?.result,
    asking: question !== undefined && answer?.question !== question,
  };
}
