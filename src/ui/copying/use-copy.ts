/** Copies, and says for two seconds whether it went. */
import { useEffect, useState } from 'react';
import { copyText } from './copy-text.ts';

const SHOWN_MS = 2000;

export interface Copying {
  readonly outcome: 'copied' | 'refused' | undefined;
  copy(text: string): void;
}

export function useCopy(): Copying {
  const [outcome, setOutcome] = useState<'copied' | 'refused'>();
  useEffect(() => {
    if (!outcome) return undefined;
    const timer = setTimeout(() => setOutcome(undefined), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [outcome]);
  return { outcome, copy: (text) => void copyText(text).then((done) => setOutcome(done ? 'copied' : 'refused')) };
}
