/** The presenter's clocks, as long as the stage stands. */
import { useMemo, useState } from 'react';
import { beginTimer, planTimer, resetTimer, type StageTimer, toggleTimer } from '../../../briefing/stage-timer.ts';

export interface Timer {
  readonly state: StageTimer;
  toggle(): void;
  plan(minutesMore: number): void;
  reset(): void;
}

export function useTimer(): Timer {
  const [state, setState] = useState(() => beginTimer(Date.now()));
  return useMemo(
    () => ({
      state,
      toggle: () => setState((timer) => toggleTimer(timer, Date.now())),
      plan: (minutesMore: number) => setState((timer) => planTimer(timer, minutesMore)),
      reset: () => setState(resetTimer),
    }),
    [state],
  );
}
