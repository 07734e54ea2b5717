import { describe, expect, it } from 'vitest';
import { addNotices, changeLook, createViewStore, dismissNotice, lookOf, sameTarget, stepBack } from './view-store.ts';

const feature = (id: string) => ({ type: 'feature', subject: { layer: 'soil', feature: id } }) as const;

describe('view', () => {
  it('steps back from dialog, selection, the cell under it, filter and scope, one at a time', () => {
    const store = createViewStore();
    store.setState({
      dialog: 'help',
      historyOpen: true,
      selection: feature('a'),
      filter: '裸土',
      scope: { type: 'owner', owner: '甲' },
    });
    let cell = true;
    const clear = {
      selection: () => store.setState({ selection: undefined }),
      cell: () => {
        const wasOpen = cell;
        cell = false;
        return wasOpen;
      },
      scope: () => store.setState({ scope: undefined }),
    };
    const left = () => {
      const { dialog, historyOpen, selection, filter, scope } = store.getState();
      return [dialog, historyOpen, selection, cell, filter, scope].filter(Boolean).length;
    };
    const steps = [left()];
    while (stepBack(store, clear)) steps.push(left());
    expect(steps).toEqual([6, 5, 4, 3, 2, 1, 0]);
  });

  it('says a notice once while it stands, and again after it was dismissed', () => {
    const store = createViewStore();
    const problem = { code: 'x', params: { n: 1 } };
    addNotices(store, 'error', [problem, { code: 'y', params: {} }]);
    addNotices(store, 'error', [problem]);
    expect(store.getState().notices.map((notice) => notice.problem.code)).toEqual(['x', 'y']);
    dismissNotice(store, store.getState().notices[0]?.id ?? 0);
    addNotices(store, 'warning', [problem]);
    expect(store.getState().notices.map((notice) => notice.problem.code)).toEqual(['y', 'x']);
    expect(new Set(store.getState().notices.map((notice) => notice.id)).size).toBe(2);
  });

  it('keeps the looks of other layers when one changes', () => {
    const store = createViewStore();
    changeLook(store, 'soil', { opacity: 0.5 });
    changeLook(store, 'zones', { visible: false });
    changeLook(store, 'soil', { visible: false });
    expect(lookOf(store.getState(), 'soil')).toEqual({ visible: false, opacity: 0.5 });
    expect(lookOf(store.getState(), 'zones')).toEqual({ visible: false, opacity: 1 });
    expect(lookOf(store.getState(), 'new')).toEqual({ visible: true, opacity: 1 });
  });

  it('tells targets apart by layer and feature', () => {
    expect(sameTarget(feature('a'), feature('a'))).toBe(true);
    expect(sameTarget(feature('a'), { type: 'feature', subject: { layer: 'site', feature: 'a' } })).toBe(false);
    expect(sameTarget(feature('a'), { type: 'finding', id: 'a' })).toBe(false);
    expect(sameTarget(undefined, feature('a'))).toBe(false);
  });
});
