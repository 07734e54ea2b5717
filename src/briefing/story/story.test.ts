import { describe, expect, it } from 'vitest';
import { area, layerOf, route, spot, workspaceOf } from '../../../test/support/workspace.ts';
import { runChecks } from '../../checks/run-checks.ts';
import { formatScene, parseScene } from '../../formats/workspace/parse-scene.ts';
import { toMercator } from '../../geo/web-mercator.ts';
import { applyPatch } from '../../model/patch.ts';
import type { WorkspaceDocument } from '../../model/workspace.ts';
import { wallCamera } from '../wall-camera.ts';
import { addStory, buildStory, type StoryFacts } from './build-story.ts';
import { frameGround } from './frame-ground.ts';

const words = (key: string) => key;
const tell = async (document: WorkspaceDocument, facts: Partial<StoryFacts> = {}) =>
  buildStory(
    document,
    await runChecks(document),
    { streets: 2, hasMonthBefore: false, roadsideFindings: new Set<string>(), ...facts },
    words,
  );
const partsOf = ({ scenes }: { scenes: readonly { title: string }[] }) =>
  scenes.map(({ title }) => title.split('.')[2]);

const zones = layerOf('zones', 'responsibilityZone', [
  area('west', [0, 0, 1000, 1000], { level: 'street', name: '西街道', owner: '西街道办', person: '某甲' }),
  area('east', [900, 0, 1000, 1000], { level: 'street', name: '东街道', owner: '东街道办', person: '某乙' }),
]);
const soil = layerOf('soil', 'bareSoil', [
  area('a', [100, 100, 30, 30], { status: 'uncovered', openedAt: '2026-10-01' }),
  area('b', [5000, 100, 30, 30], { status: 'uncovered', openedAt: '2026-10-01' }),
]);
const spots = layerOf('spots', 'hotspot', [spot('h', 100, 100, { source: 'public', time: '2026-11-20' })]);
const whole: WorkspaceDocument = { ...workspaceOf([zones, soil, spots]), asOf: '2026-11-23' };

describe('the story of a workspace', () => {
  it('has a scene for what was judged and found, and says why it has no others', async () => {
    const story = await tell(whole);
    expect(partsOf(story)).toEqual([
      'overview',
      'unassigned',
      'worst',
      'measures',
      'overlaps',
      'hotspots',
      'streets',
      'owners',
    ]);
    expect(story.left).toEqual([
      { part: 'gaps', why: 'nothing' },
      { part: 'roads', why: 'notJudged' },
      { part: 'months', why: 'noMonth' },
      { part: 'tasks', why: 'noCases' },
    ]);
    const worst = story.scenes[2];
    expect(worst?.board).toEqual({ type: 'worst', rule: 'source-uncontrolled', limit: 10 });
    expect(Object.keys(worst?.layers ?? {})).toEqual(['zones', 'soil']);
    expect(story.scenes[5]).toMatchObject({ layers: { zones: 1, spots: 1 }, hotspots: { time: 'month' } });
  });

  it('is the same each time, and can be saved and read again as it is', async () => {
    const story = await tell(whole);
    expect(await tell(whole)).toEqual(story);
    for (const scene of story.scenes) {
      const read = parseScene(JSON.parse(JSON.stringify(formatScene(scene))));
      expect(read?.notes).toEqual([]);
      expect(read?.scene).toEqual(scene);
    }
  });

  it('comes after the scenes that are there, in one step that can be undone', async () => {
    const first = (await tell(whole)).scenes.slice(0, 2);
    const document = { ...whole, scenes: first };
    const story = await tell(document);
    const { document: after, inverse } = applyPatch(document, addStory(document, story));
    expect(new Set(after.scenes.map(({ id }) => id)).size).toBe(10);
    expect(after.scenes.slice(0, 2)).toEqual(first);
    expect(applyPatch(after, inverse).document).toEqual(document);
  });

  it('is told of one layer, by what there is, and of nothing not at all', async () => {
    const story = await tell({ ...workspaceOf([soil]), asOf: '2026-11-23' }, { streets: 0 });
    expect(partsOf(story)).toEqual(['overview', 'worst', 'measures']);
    expect(story.scenes[2]?.board).toBeUndefined();
    expect(story.left.find(({ part }) => part === 'unassigned')?.why).toBe('notJudged');
    expect(story.left.find(({ part }) => part === 'owners')?.why).toBe('noOwners');
    expect(await tell(workspaceOf([]))).toEqual({ scenes: [], left: [] });
  });

  it('shows unswept roads by the soil beside them, or says why not', async () => {
    const roads = layerOf('roads', 'road', [
      route('by', [0, 0, 500, 0], { grade: '一级' }),
      route('off', [0, 900, 500, 900], { grade: '一级' }),
    ]);
    const document = {
      ...whole,
      layers: [...whole.layers, roads, layerOf('routes', 'sweepingRoute', [route('r', [0, 9000, 100, 9000])])],
    };
    const why = async (roadsideFindings: ReadonlySet<string> | undefined) =>
      (await tell(document, { roadsideFindings })).left.find(({ part }) => part === 'roads')?.why;
    expect(await why(new Set())).toBe('noRoadsideSoil');
    expect(await why(undefined)).toBe('notJudged');
    const { findings } = await runChecks(document);
    const by = findings.find(({ subjects }) => subjects[0]?.feature === 'by')!;
    const scene = (await tell(document, { roadsideFindings: new Set([by.id]) })).scenes.find(({ rules }) =>
      rules.includes('road-unswept'),
    );
    expect(scene).toMatchObject({
      narrowed: 'roadsideSoil',
      board: { type: 'roadsideSoil', limit: 12 },
      rules: ['road-unswept'],
      numbers: [{ value: 'pairs' }, { value: 'roads' }, { value: 'areaSquareMeters' }],
    });
  });

  it('compares and lists tasks where there are months and cases', async () => {
    const document = { ...whole, cases: [{ finding: 'x', status: 'assigned' } as const] };
    expect(partsOf(await tell(document, { hasMonthBefore: true })).slice(-2)).toEqual(['months', 'tasks']);
  });
});

describe('the camera', () => {
  it('shows all of the ground on a wall of any shape, and fills it in one direction', () => {
    const ground = [113.5, 34.6, 113.7, 34.8] as const;
    const camera = frameGround(ground);
    for (const [width, height] of [
      [1920, 1080],
      [1024, 768],
      [700, 2000],
    ] as const) {
      const { zoom, center } = wallCamera(camera, width, height);
      const world = 512 * 2 ** zoom;
      const [x, y] = toMercator(center[0], center[1]);
      const onWall = (longitude: number, latitude: number) => {
        const [atX, atY] = toMercator(longitude, latitude);
        return [((atX - x) * world) / width + 0.5, ((atY - y) * world) / height + 0.5] as const;
      };
      const [left, bottom] = onWall(ground[0], ground[1]);
      const [right, top] = onWall(ground[2], ground[3]);
      expect(Math.min(left, top)).toBeGreaterThan(0.03);
      expect(Math.max(right, bottom)).toBeLessThan(0.97);
      expect((left + right) / 2).toBeCloseTo(0.5, 3);
      expect((top + bottom) / 2).toBeCloseTo(0.5, 3);
      // 4 % on each side, to the hundredth of a zoom level.
      expect(Math.max(right - left, bottom - top)).toBeCloseTo(0.92, 1);
    }
  });

  it('does not go nearer than a base map tells', () => {
    expect(frameGround([113.6, 34.7, 113.6, 34.7])).toMatchObject({
      center: [113.6, 34.7],
      zoom: 16.5,
      room: [1000, 1000],
    });
  });
});
