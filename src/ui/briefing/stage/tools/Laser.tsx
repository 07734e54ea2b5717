/** A red dot with a short trail. Both let through what they lie on: text under them stays legible. */
import { useEffect, useRef } from 'react';
import classes from '../stage.module.css';
import { type StagePoint, useStagePointer } from './use-stage-pointer.ts';

const TRAIL_MS = 450;
const DOT = 'rgb(224 0 0 / 55%)';
const RIM = 'rgb(255 255 255 / 90%)';

interface Passed extends StagePoint {
  readonly atMs: number;
}

export function Laser({ size, hold }: { readonly size: number; readonly hold: StagePoint | undefined }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const trail = useRef<Passed[]>([]);
  const frame = useRef(0);
  const draw = () => {
    frame.current = 0;
    const now = performance.now();
    trail.current = trail.current.filter(
      (point, index, all) => index === all.length - 1 || now - point.atMs < TRAIL_MS,
    );
    if (canvas.current) drawLaser(canvas.current, trail.current, now, size * innerHeight);
    // Until the trail has gone the picture changes by itself.
    if (trail.current.length > 1) frame.current = requestAnimationFrame(draw);
  };
  const add = ({ x, y }: StagePoint) => {
    trail.current.push({ x, y, atMs: performance.now() });
    if (frame.current === 0) frame.current = requestAnimationFrame(draw);
  };
  const point = useStagePointer(add);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another size is another dot in the same place
  useEffect(() => add(hold ?? point.current), [size, hold]);
  useEffect(() => () => cancelAnimationFrame(frame.current), []);
  return <canvas ref={canvas} className={classes.laser} aria-hidden data-testid="stage-laser" />;
}

function drawLaser(canvas: HTMLCanvasElement, trail: readonly Passed[], now: number, radius: number): void {
  if (canvas.width !== innerWidth || canvas.height !== innerHeight) {
    canvas.width = innerWidth;
    canvas.height = innerHeight;
  }
  const context = canvas.getContext('2d');
  const end = trail.at(-1);
  if (!context || !end) return;
  context.clearRect(0, 0, canvas.width, canvas.height);
  context.lineCap = 'round';
  for (let index = 1; index < trail.length; index++) {
    const [from, to] = [trail[index - 1] as Passed, trail[index] as Passed];
    const share = Math.max(0, 1 - (now - to.atMs) / TRAIL_MS);
    context.strokeStyle = `rgb(224 0 0 / ${Math.round(35 * share)}%)`;
    context.lineWidth = radius * share;
    context.beginPath();
    context.moveTo(from.x, from.y);
    context.lineTo(to.x, to.y);
    context.stroke();
  }
  context.beginPath();
  context.arc(end.x, end.y, radius, 0, 2 * Math.PI);
  context.fillStyle = DOT;
  context.fill();
  context.strokeStyle = RIM;
  context.lineWidth = radius / 5;
  context.stroke();
}
