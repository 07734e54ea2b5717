/** How hotspots are drawn, the step of time, and moving through it. */
import { ActionIcon, Button, SegmentedControl, Tooltip } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay, IconPlayerSkipBack, IconPlayerSkipForward } from '@tabler/icons-react';
import { TIME_STEPS, type TimeStep } from '../../checks/hotspots/time-axis.ts';
import { formatCount } from '../../i18n/format.ts';
import { useApp, useTexts, useTime } from '../app-context.tsx';
import { HOTSPOT_DRAWINGS, type HotspotDrawing, isFiltering, showAllHotspots } from '../store/time-store.ts';
import classes from './time.module.css';
import { moveWindow } from './time-window.ts';
import { usePlaying } from './use-playing.ts';

export function TimeToolbar() {
  const { t } = useTexts();
  const { time } = useApp();
  const drawing = useTime((state) => state.drawing);
  return (
    <div className={classes.toolbar}>
      <SegmentedControl
        size="xs"
        aria-label={t('time.draw')}
        value={drawing}
        onChange={(value) => time.setState({ drawing: value as HotspotDrawing })}
        data={HOTSPOT_DRAWINGS.map((value) => ({ value, label: t(`time.draw.${value}`) }))}
        data-testid="time-drawing"
      />
      <Steps />
      <Shown />
    </div>
  );
}

function Steps() {
  const { t } = useTexts();
  const { time } = useApp();
  const axis = useTime((state) => state.axis);
  const { playing, toggle } = usePlaying();
  if (!axis) return null;
  const step = t(`time.step.${axis.step}`);
  const move = (steps: number) =>
    time.setState(({ range }) => ({ range: moveWindow(axis, range, steps), playing: false }));
  const button = (label: string, icon: React.ReactNode, act: () => void, id: string) => (
    <Tooltip label={label}>
      <ActionIcon size={28} onClick={act} aria-label={label} data-testid={id}>
        {icon}
      </ActionIcon>
    </Tooltip>
  );
  return (
    <div className={classes.steps}>
      <SegmentedControl
        size="xs"
        aria-label={t('time.step')}
        value={axis.step}
        onChange={(value) => time.setState({ step: value as TimeStep })}
        data={TIME_STEPS.map((value) => ({ value, label: t(`time.step.${value}`) }))}
        data-testid="time-step"
      />
      {button(t('time.stepBack', { step }), <IconPlayerSkipBack size={16} />, () => move(-1), 'time-back')}
      {playing
        ? button(t('time.pause'), <IconPlayerPause size={16} />, toggle, 'time-play')
        : button(t('time.play'), <IconPlayerPlay size={16} />, toggle, 'time-play')}
      {button(t('time.stepForward', { step }), <IconPlayerSkipForward size={16} />, () => move(1), 'time-forward')}
    </div>
  );
}

/** What is shown of how many, and the way back to all. */
function Shown() {
  const { t } = useTexts();
  const { time } = useApp();
  const total = useTime((state) => state.table?.count ?? 0);
  const filtered = useTime((state) => state.filtered);
  const filtering = useTime(isFiltering);
  if (!filtered) return null;
  return (
    <div className={classes.shown} aria-live="polite">
      <span data-testid="time-shown">
        {t('time.shown', { shown: formatCount(filtered.shown), total: formatCount(total) })}
      </span>
      {filtered.timeless > 0 && (
        <span className={classes.muted}>{t('time.timeless', { count: formatCount(filtered.timeless) })}</span>
      )}
      {filtering && (
        <Button size="compact-xs" variant="light" onClick={() => showAllHotspots(time)} data-testid="time-all">
          {t('time.all')}
        </Button>
      )}
    </div>
  );
}
