/** 前后对比 of a scene: what the left side of the map shows. Each choice is one edit. */
import { Checkbox, Select } from '@mantine/core';
import { setSwipe } from '../../../briefing/ground/ground-edits.ts';
import { RULE_IDS } from '../../../model/findings.ts';
import { keptMonths } from '../../../model/months.ts';
import type { Scene, SceneSwipe } from '../../../model/scene.ts';
import { useCommands, useTexts, useWorkspace } from '../../app-context.tsx';
import draw from '../../draw/draw.module.css';
import classes from './ground.module.css';

type Left = SceneSwipe['left'];
const LEFTS: readonly Left[] = ['without', 'scene', 'month'];

export function SwipeEditor({ scene, scenes }: { readonly scene: Scene; readonly scenes: readonly Scene[] }) {
  const { t } = useTexts();
  const { edit } = useCommands();
  const document = useWorkspace((state) => state.document);
  const others = scenes.filter(({ id }) => id !== scene.id);
  const months = document ? keptMonths(document) : [];
  const { swipe } = scene;
  const set = (next: SceneSwipe | undefined) => {
    const patch = setSwipe(scenes, scene.id, next);
    if (patch) edit(patch);
  };
  const missing: Readonly<Partial<Record<Left, string>>> = {
    ...(others.length === 0 && { scene: t('ground.swipe.needsScene') }),
    ...(months.length === 0 && { month: t('ground.swipe.needsMonth') }),
  };
  const begin = (left: Left | 'none') => {
    const [month] = months;
    const other = others.at(-1);
    if (left === 'none') set(undefined);
    else if (left === 'without') set({ left, layers: [] });
    else if (left === 'scene' && other) set({ left, scene: other.id });
    else if (left === 'month' && month) set({ left, month });
  };
  return (
    <>
      <h3 className={classes.heading}>{t('ground.swipe')}</h3>
      <Select
        label={<span className={classes.hint}>{t('ground.swipe.hint')}</span>}
        allowDeselect={false}
        value={swipe?.left ?? 'none'}
        onChange={(value) => value && begin(value as Left | 'none')}
        data={(['none', ...LEFTS] as const).map((value) => ({
          value,
          label: (value !== 'none' && missing[value]) || t(`ground.swipe.${value}`),
          disabled: value !== 'none' && missing[value] !== undefined,
        }))}
        data-testid="swipe-left-kind"
      />
      {swipe?.left === 'scene' && (
        <Select
          label={t('ground.swipe.otherScene')}
          allowDeselect={false}
          value={swipe.scene}
          onChange={(value) => value && set({ left: 'scene', scene: value })}
          data={others.map(({ id, title }) => ({ value: id, label: title }))}
          data-testid="swipe-scene"
        />
      )}
      {swipe?.left === 'month' && (
        <Select
          label={t('ground.swipe.ofMonth')}
          allowDeselect={false}
          value={swipe.month}
          onChange={(value) => value && set({ left: 'month', month: value })}
          data={months}
          data-testid="swipe-month"
        />
      )}
      {swipe?.left === 'without' && <Without scene={scene} swipe={swipe} onChange={set} />}
    </>
  );
}

type WithoutSwipe = Extract<SceneSwipe, { left: 'without' }>;

function Without(props: { scene: Scene; swipe: WithoutSwipe; onChange: (swipe: WithoutSwipe) => void }) {
  const { scene, swipe, onChange } = props;
  const { t } = useTexts();
  const layers = useWorkspace((state) => state.document?.layers) ?? [];
  const shownLayers = layers.filter(({ id }) => id in scene.layers || swipe.layers.includes(id));
  const rules = RULE_IDS.filter((rule) => scene.rules.includes(rule));
  return (
    <>
      <Checkbox.Group
        label={t('ground.swipe.layers')}
        value={[...swipe.layers]}
        onChange={(chosen) => onChange({ ...swipe, layers: chosen })}
        data-testid="swipe-layers"
      >
        <div className={classes.choices}>
          {shownLayers.map(({ id, title }) => (
            <Checkbox key={id} value={id} label={title} data-testid={`swipe-layer-${id}`} />
          ))}
        </div>
      </Checkbox.Group>
      <Checkbox.Group
        label={t('ground.swipe.rules')}
        value={[...(swipe.rules ?? [])]}
        onChange={(chosen) => {
          const { rules: _, ...rest } = swipe;
          const kept = rules.filter((rule) => chosen.includes(rule));
          onChange(kept.length > 0 ? { ...rest, rules: kept } : rest);
        }}
      >
        <div className={classes.choices}>
          {rules.map((rule) => (
            <Checkbox key={rule} value={rule} label={t(`rule.${rule}`)} data-testid={`swipe-rule-${rule}`} />
          ))}
        </div>
      </Checkbox.Group>
      <p className={draw.hint}>{t('ground.swipe.notChecked')}</p>
    </>
  );
}
