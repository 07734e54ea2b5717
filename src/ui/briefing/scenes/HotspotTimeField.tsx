/** Which time the hotspots of a scene are of: all, the month of the data, or the span that was looked at. */
import { Select } from '@mantine/core';
import { useState } from 'react';
import type { SceneHotspots } from '../../../model/scene.ts';
import { useTexts } from '../../app-context.tsx';
import { describeTime } from './scene-words.ts';

interface HotspotTimeFieldProps {
  readonly hotspots: SceneHotspots;
  readonly onChange: (hotspots: SceneHotspots) => void;
}

export function HotspotTimeField({ hotspots, onChange }: HotspotTimeFieldProps) {
  const { t } = useTexts();
  const { time, ...rest } = hotspots;
  /** A span that was given up can be taken again. */
  const [span] = useState(typeof time === 'object' ? time : undefined);
  return (
    <Select
      label={t('briefing.time')}
      data={[
        { value: 'all', label: t('briefing.time.all') },
        { value: 'month', label: t('briefing.time.month') },
        ...(span ? [{ value: 'span', label: describeTime(span, t) }] : []),
      ]}
      value={time === undefined ? 'all' : time === 'month' ? 'month' : 'span'}
      onChange={(value) => {
        const next = value === 'month' ? ('month' as const) : value === 'span' ? span : undefined;
        onChange(next ? { ...rest, time: next } : rest);
      }}
      allowDeselect={false}
      data-testid="scene-time"
    />
  );
}
