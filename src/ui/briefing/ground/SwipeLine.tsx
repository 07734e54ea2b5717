/** The line between before and after: dragged by mouse and finger, moved by keys, with the names of both sides. It lives in the map's element, in the page and on the wall. */
import { IconArrowsHorizontal } from '@tabler/icons-react';
import { type PointerEvent, useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { useApp, useTexts, useView, useWorkspace } from '../../app-context.tsx';
import classes from './swipe.module.css';
import { shareAfterKey, shareAfterStageKey, tidy } from './swipe-keys.ts';
import { swipeLabels } from './swipe-labels.ts';

export function SwipeLine() {
  const { t } = useTexts();
  const { view } = useApp();
  const scene = useView((state) => state.sceneOnMap);
  const map = useView((state) => state.map);
  const share = useView((state) => state.swipeShare);
  const document = useWorkspace((state) => state.document);
  const isDragged = useRef(false);
  const labels = scene && document && swipeLabels(scene, document, t);
  useStageKeys(labels !== undefined);
  if (!map || !labels) return null;

  const box = map.map.getContainer();
  const move = (to: number | undefined) => to !== undefined && view.setState({ swipeShare: tidy(to) });
  const follow = (event: PointerEvent) => {
    if (!isDragged.current) return;
    const { left, width } = box.getBoundingClientRect();
    move((event.clientX - left) / width);
  };
  const at = `${share * 100}%`;
  return createPortal(
    <>
      <span className={classes.left} style={{ right: `calc(100% - ${at})` }} data-testid="swipe-left">
        {labels.left}
      </span>
      <span className={classes.right} style={{ left: at }} data-testid="swipe-right">
        {labels.right}
      </span>
      <div
        className={classes.line}
        style={{ left: at }}
        role="slider"
        tabIndex={0}
        aria-label={t('ground.line')}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(share * 100)}
        aria-valuetext={t('ground.lineAt', { ...labels, percent: Math.round(share * 100) })}
        onKeyDown={(event) => {
          const to = shareAfterKey(event.key, share);
          if (to === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
          move(to);
          event.preventDefault();
          event.stopPropagation();
        }}
        onPointerDown={(event) => {
          if (!event.isPrimary || event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          event.stopPropagation();
          isDragged.current = true;
        }}
        onPointerMove={follow}
        onPointerUp={() => {
          isDragged.current = false;
        }}
        onPointerCancel={() => {
          isDragged.current = false;
        }}
        data-testid="swipe-line"
      >
        <span className={classes.knob} aria-hidden>
          <IconArrowsHorizontal size="60%" />
        </span>
      </div>
    </>,
    box,
  );
}

/** While a scene is on the wall its own keys move the line; those of the stage go on to the stage. */
function useStageKeys(isOn: boolean): void {
  const { view } = useApp();
  useEffect(() => {
    if (!isOn) return undefined;
    const press = (event: KeyboardEvent) => {
      const { presenting, swipeShare } = view.getState();
      const to = presenting ? shareAfterStageKey(event.key, swipeShare) : undefined;
      if (to === undefined) return;
      view.setState({ swipeShare: to });
      event.preventDefault();
    };
    window.addEventListener('keydown', press, { capture: true });
    return () => window.removeEventListener('keydown', press, { capture: true });
  }, [view, isOn]);
}
