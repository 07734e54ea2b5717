/** The time of day, how long the briefing has been on, and a countdown that is noticed without a sound. */
import { useEffect, useState } from 'react';
import { formatSpan, remainingOf, timerState } from '../../../../briefing/stage-timer.ts';
import { useTexts } from '../../../app-context.tsx';
import type { Timer } from '../use-timer.ts';
import classes from './presenter.module.css';

const TICK_MS = 500;

export function Clocks({ timer }: { readonly timer: Timer }) {
  const { t } = useTexts();
  const now = useNow();
  const { state } = timer;
  const phase = timerState(state, now);
  return (
    <div className={classes.clocks}>
      <Clock label={t('stage.presenter.clock')} text={timeOfDay(new Date(now))} />
      <Clock label={t('stage.presenter.elapsed')} text={formatSpan(now - state.beganMs)} />
      <div className={classes.countdown} data-state={phase} data-testid="presenter-timer">
        <Clock label={t(`stage.timer.${phase}`)} text={formatSpan(remainingOf(state, now))} />
        <div className={classes.timerButtons}>
          <button type="button" onClick={() => timer.plan(-1)} aria-label={t('stage.timer.less')}>
            −
          </button>
          <button type="button" onClick={() => timer.plan(1)} aria-label={t('stage.timer.more')}>
            +
          </button>
          <button type="button" onClick={timer.toggle}>
            {t(state.runningSinceMs === undefined ? 'stage.timer.start' : 'stage.timer.hold')}
          </button>
          <button type="button" onClick={timer.reset}>
            {t('stage.timer.reset')}
          </button>
        </div>
      </div>
    </div>
  );
}

function Clock({ label, text }: { readonly label: string; readonly text: string }) {
  return (
    <div className={classes.clock}>
      <span className={classes.muted}>{label}</span>
      <span className={classes.digits}>{text}</span>
    </div>
  );
}

function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** On this machine's clock. */
function timeOfDay(at: Date): string {
  return [at.getHours(), at.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':');
}
