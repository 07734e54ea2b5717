import { expect, it } from 'vitest';
import { createGeometryBuilder } from '../../geo/geometry-column.ts';
import { createColumnsBuilder } from '../../model/column-builder.ts';
import { listEpisodes, timeLeft } from './soil-episodes.ts';

it('orders what happened by time, and leaves what is no date to the end', () => {
  const columns = createColumnsBuilder();
  columns.set(0, 'reopenedAt', '2026-10-01');
  columns.set(0, 'openedAt', '去年');
  columns.set(0, 'treatedAt', '2026-05');
  const geometry = createGeometryBuilder().finish();
  const batch = { geometry, columns: columns.finish(1), rows: Uint32Array.of(0), ids: ['a'] };
  expect(listEpisodes(batch, 0).map(({ field }) => field)).toEqual(['treatedAt', 'reopenedAt', 'openedAt']);
});

it('tells what is left of a clock, and how far it is over', () => {
  const now = Date.parse('2026-11-23T08:00:00+08:00');
  expect(timeLeft(Date.parse('2026-11-25T00:00:00+08:00'), now)).toEqual({ isOver: false, days: 1, hours: 16 });
  expect(timeLeft(Date.parse('2026-11-11T08:00:00+08:00'), now)).toEqual({ isOver: true, days: 12, hours: 0 });
  expect(timeLeft(now, now)).toEqual({ isOver: false, days: 0, hours: 0 });
  expect(timeLeft(now - 60_000, now)).toEqual({ isOver: true, days: 0, hours: 1 });
});
