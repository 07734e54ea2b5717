/** Where the wind comes from, to be turned: by pointer, and by the arrow keys. */
import type { KeyboardEvent, PointerEvent } from 'react';
import { formatBearing } from '../../i18n/format.ts';
import { useTexts } from '../app-context.tsx';
import classes from './whatif.module.css';

export interface WindDialProps {
  /** Clockwise from true north. */
  readonly degrees: number;
  onChange(degrees: number): void;
}

const SIZE = 104;
const RADIUS = 40;
const STEP = 5;
/** One of the sixteen points of the compass. */
const LARGE_STEP = 22.5;
const POINTS = [0, 90, 180, 270] as const;
const TICKS = Array.from({ length: 16 }, (_, tick) => tick * LARGE_STEP);

export function WindDial({ degrees, onChange }: WindDialProps) {
  const { t, language } = useTexts();
  const turn = (event: KeyboardEvent) => {
    const step = stepOf(event);
    if (step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    onChange(event.key === 'Home' ? 0 : degrees + step);
  };
  const aim = (event: PointerEvent<HTMLDivElement>) => {
    if (event.buttons === 0) return;
    const box = event.currentTarget.getBoundingClientRect();
    const dx = event.clientX - (box.left + box.width / 2);
    const dy = event.clientY - (box.top + box.height / 2);
    if (Math.hypot(dx, dy) > 4) onChange((Math.atan2(dx, -dy) * 180) / Math.PI);
  };
  const [tipX, tipY] = placeAt(degrees, RADIUS - 2);
  const [tailX, tailY] = placeAt(degrees + 180, RADIUS - 14);
  return (
    <div
      className={classes.dial}
      role="slider"
      tabIndex={0}
      aria-label={t('whatif.wind.from')}
      aria-valuemin={0}
      aria-valuemax={359}
      aria-valuenow={degrees}
      aria-valuetext={formatBearing(degrees, language)}
      onKeyDown={turn}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        aim(event);
      }}
      onPointerMove={aim}
      data-testid="wind-dial"
    >
      <svg viewBox={`${-SIZE / 2} ${-SIZE / 2} ${SIZE} ${SIZE}`} aria-hidden="true">
        <circle r={RADIUS} className={classes.dialRim} />
        {TICKS.map((tick) => {
          const [x1, y1] = placeAt(tick, RADIUS);
          const [x2, y2] = placeAt(tick, RADIUS - 4);
          return <line key={tick} x1={x1} y1={y1} x2={x2} y2={y2} className={classes.dialTick} />;
        })}
        {POINTS.map((point) => {
          const [x, y] = placeAt(point, RADIUS + 7);
          return (
            <text key={point} x={x} y={y} className={classes.dialText}>
              {t(`whatif.compass.${point}`)}
            </text>
          );
        })}
        {/* The arrow flies with the wind: from where it comes to where it goes. */}
        <line x1={tipX} y1={tipY} x2={tailX} y2={tailY} className={classes.dialArrow} />
        <path
          d="M0 -9 L6 4 L-6 4 Z"
          className={classes.dialHead}
          transform={`translate(${tailX} ${tailY}) rotate(${degrees + 180})`}
        />
        <circle cx={tipX} cy={tipY} r={5} className={classes.dialKnob} />
      </svg>
    </div>
  );
}

function stepOf({ key, shiftKey }: KeyboardEvent): number | undefined {
  const step = shiftKey ? LARGE_STEP : STEP;
  if (key === 'ArrowRight' || key === 'ArrowUp') return step;
  if (key === 'ArrowLeft' || key === 'ArrowDown') return -step;
  if (key === 'PageUp') return LARGE_STEP;
  if (key === 'PageDown') return -LARGE_STEP;
  return key === 'Home' ? 0 : undefined;
}

/** Of the drawing: x to the right, y downwards. */
function placeAt(degrees: number, radius: number): [number, number] {
  const angle = (degrees * Math.PI) / 180;
  return [radius * Math.sin(angle), -radius * Math.cos(angle)];
}
