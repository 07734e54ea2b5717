import { describe, expect, it, vi } from 'vitest';
import type { Result } from '../../core/result.ts';
import type { CheckResult } from '../../model/findings.ts';
import type { RoadsidePair, RoadsideSoil } from '../../model/roadside-soil.ts';
import { createViewStore } from '../../ui/store/view-store.ts';
import { createWorkspaceStore } from '../../ui/store/workspace-store.ts';
import { buildTestFeatures } from '../../ui/test-features.ts';
import { shownFindings } from '../shown-findings.ts';
import { createNarrowingController } from './narrowing-controller.ts';

const features = buildTestFeatures([
  { id: 'soil', kind: 'bareSoil', rows: [{ id: 'a' }, { id: 'b' }, { id: 'c' }] },
  { id: 'roads', kind: 'road', rows: [{ id: 'r' }] },
]);
const pair = (finding: string, feature: string): RoadsidePair => ({
  finding,
  soil: { layer: 'soil', feature },
  distanceMeters: 10,
  areaSquareMeters: 100,
  at: [113.6, 34.7],
});
const soilOf = (...pairs: RoadsidePair[]): Result<RoadsideSoil> => ({
  ok: true,
  value: { withinMeters: 50, pairs, unknownPatches: 0 },
  notes: [],
});
/** Two stretches of one road: by its features alone they could not be told apart. */
const check = {
  findings: ['near', 'far'].map((id) => ({
    id,
    rule: 'road-unswept',
    status: 'open',
    subjects: [{ layer: 'roads', feature: 'r' }],
  })),
} as unknown as CheckResult;

function begin(answers: Result<RoadsideSoil>[]) {
  const view = createViewStore();
  const workspace = createWorkspaceStore();
  workspace.setState({ features, check });
  createNarrowingController({ view, workspace, roadsideSoil: async () => answers.shift()! });
  const shown = () => ({
    findings: shownFindings(workspace.getState(), view.getState()).map(({ id }) => id),
    soil: [...(view.getState().masks.narrowed?.get('soil') ?? [])],
    roads: view.getState().masks.narrowed?.get('roads'),
  });
  return { view, workspace, shown };
}
const ALL = { findings: ['near', 'far'], soil: [], roads: undefined };

describe('a map that is narrowed to soil beside unswept roads', () => {
  it('shows those stretches and that soil, and everything again afterwards', async () => {
    const { view, shown } = begin([soilOf(pair('near', 'b'))]);
    expect(shown()).toEqual(ALL);
    view.setState({ narrowed: 'roadsideSoil' });
    await vi.waitFor(() => expect(shown()).toEqual({ findings: ['near'], soil: [1, 0, 1], roads: undefined }));
    view.setState({ narrowed: undefined });
    await vi.waitFor(() => expect(shown()).toEqual(ALL));
  });

  it('follows an edit, and shows nothing where nothing is paired any more', async () => {
    const { view, workspace, shown } = begin([soilOf(pair('near', 'b')), soilOf()]);
    view.setState({ narrowed: 'roadsideSoil' });
    await vi.waitFor(() => expect(shown().findings).toEqual(['near']));
    workspace.setState({ check: { ...check } });
    await vi.waitFor(() => expect(shown()).toEqual({ findings: [], soil: [1, 1, 1], roads: undefined }));
  });

  it('is whole again outside of the briefing, and where nothing could be measured', async () => {
    const failed = { ok: false, problem: { code: 'engine.nothing-open', params: {} } } as const;
    const { view, shown } = begin([soilOf(pair('near', 'b')), failed]);
    view.setState({ mode: 'brief', narrowed: 'roadsideSoil' });
    await vi.waitFor(() => expect(shown().findings).toEqual(['near']));
    view.setState({ mode: 'browse' });
    await vi.waitFor(() => expect(shown()).toEqual(ALL));
    view.setState({ mode: 'brief', narrowed: 'roadsideSoil' });
    await vi.waitFor(() => expect(view.getState().narrowed).toBeUndefined());
    expect(shown()).toEqual(ALL);
    expect(view.getState().notices).toHaveLength(1);
  });
});
