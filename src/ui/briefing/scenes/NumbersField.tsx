/** The big numbers of a scene, as they are now: those of its rules by themselves, none, or chosen ones with labels of their own. */
import { ActionIcon, SegmentedControl, Select, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { listNumberChoices, numberKey } from '../../../briefing/number-choices.ts';
import type { Scene, SceneNumberSpec } from '../../../model/scene.ts';
import { useTexts, useWorkspace } from '../../app-context.tsx';
import { useSceneNumbers } from '../scene-facts.ts';
import { type NumberWords, writeSceneNumber } from '../scene-number-words.ts';
import { nameNumber } from './name-number.ts';
import classes from './scenes.module.css';

const MODES = ['automatic', 'none', 'chosen'] as const;
type Mode = (typeof MODES)[number];

interface NumbersFieldProps {
  readonly scene: Scene;
  readonly onChange: (numbers: readonly SceneNumberSpec[] | undefined) => void;
}

export function NumbersField({ scene, onChange }: NumbersFieldProps) {
  const { t, language } = useTexts();
  const { numbers } = scene;
  /** Chosen ones that are put aside come back with their mode. */
  const [aside, setAside] = useState<readonly SceneNumberSpec[]>([]);
  const [isChoosing, setChoosing] = useState(false);
  const mode: Mode = numbers === undefined ? 'automatic' : numbers.length > 0 || isChoosing ? 'chosen' : 'none';
  const values = useSceneNumbers([scene])(scene).map((number) => writeSceneNumber(number, t, language));
  const setMode = (next: string) => {
    if (numbers && numbers.length > 0) setAside(numbers);
    setChoosing(next === 'chosen');
    onChange(next === 'automatic' ? undefined : next === 'none' ? [] : aside);
  };
  return (
    <fieldset className={classes.fieldset}>
      <legend>{t('briefing.numbers')}</legend>
      <SegmentedControl
        fullWidth
        value={mode}
        onChange={setMode}
        aria-label={t('briefing.numbers')}
        data={MODES.map((value) => ({ value, label: t(`briefing.numbers.${value}`) }))}
        data-testid="scene-numbers-mode"
      />
      {mode === 'automatic' && (
        <>
          <p className={classes.hint}>{t('briefing.numbers.automaticHint')}</p>
          <dl className={classes.values} data-testid="scene-numbers-now">
            {values.map(({ label, value, detail }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{[value, detail].filter(Boolean).join(' · ')}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
      {mode === 'chosen' && <ChosenNumbers numbers={numbers ?? []} values={values} onChange={onChange} />}
    </fieldset>
  );
}

interface ChosenNumbersProps {
  readonly numbers: readonly SceneNumberSpec[];
  /** Of each of them, in their order. */
  readonly values: readonly NumberWords[];
  readonly onChange: (numbers: readonly SceneNumberSpec[]) => void;
}

function ChosenNumbers({ numbers, values, onChange }: ChosenNumbersProps) {
  const { t } = useTexts();
  return (
    <>
      <ol className={classes.numbers} aria-label={t('briefing.numbers.chosen')}>
        {numbers.map((number, index) => (
          <NumberItem
            key={numberKey(number)}
            number={number}
            value={values[index]?.value ?? ''}
            isFirst={index === 0}
            isLast={index === numbers.length - 1}
            onLabel={(label) => onChange(numbers.with(index, withLabel(number, label)))}
            onStep={(step) => onChange(numbers.toSpliced(index, 1).toSpliced(index + step, 0, number))}
            onRemove={() => onChange(numbers.toSpliced(index, 1))}
          />
        ))}
      </ol>
      <AddNumber numbers={numbers} onAdd={(number) => onChange([...numbers, number])} />
    </>
  );
}

interface NumberItemProps {
  readonly number: SceneNumberSpec;
  readonly value: string;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onLabel: (label: string) => void;
  readonly onStep: (step: 1 | -1) => void;
  readonly onRemove: () => void;
}

function NumberItem({ number, value, isFirst, isLast, onLabel, onStep, onRemove }: NumberItemProps) {
  const { t } = useTexts();
  const features = useWorkspace((state) => state.features);
  const name = nameNumber(number, features, t);
  return (
    <li className={classes.number} data-testid="scene-number">
      <div className={classes.numberHead}>
        <span className={classes.numberName}>
          {name}
          <span className={classes.numberValue} data-testid="scene-number-value">
            {value}
          </span>
        </span>
        <ActionIcon disabled={isFirst} onClick={() => onStep(-1)} aria-label={t('briefing.up', { title: name })}>
          <IconArrowUp size={16} />
        </ActionIcon>
        <ActionIcon disabled={isLast} onClick={() => onStep(1)} aria-label={t('briefing.down', { title: name })}>
          <IconArrowDown size={16} />
        </ActionIcon>
        <ActionIcon onClick={onRemove} aria-label={t('briefing.numbers.remove', { name })}>
          <IconX size={16} />
        </ActionIcon>
      </div>
      <TextInput
        size="xs"
        aria-label={t('briefing.numbers.labelOf', { name })}
        placeholder={t('briefing.numbers.label')}
        value={number.label ?? ''}
        onChange={(event) => onLabel(event.currentTarget.value)}
      />
    </li>
  );
}

function AddNumber({
  numbers,
  onAdd,
}: {
  readonly numbers: readonly SceneNumberSpec[];
  readonly onAdd: (number: SceneNumberSpec) => void;
}) {
  const { t } = useTexts();
  const features = useWorkspace((state) => state.features);
  const layers = [...features.values()].map(({ layer }) => layer);
  const taken = new Set(numbers.map(numberKey));
  const choices = listNumberChoices(layers);
  const free = (specs: readonly SceneNumberSpec[]) => specs.filter((spec) => !taken.has(numberKey(spec)));
  const groups = (['findings', 'summary', 'layers'] as const).map((group) => ({ group, specs: free(choices[group]) }));
  return (
    <Select
      // Emptied after each choice: the next one begins anew.
      key={numbers.length}
      aria-label={t('briefing.numbers.add')}
      placeholder={t('briefing.numbers.add')}
      data={groups.map(({ group, specs }) => ({
        group: t(`briefing.numbers.of.${group}`),
        items: specs.map((spec) => ({ value: numberKey(spec), label: nameNumber(spec, features, t) })),
      }))}
      value={null}
      onChange={(value) => {
        const chosen = groups.flatMap(({ specs }) => specs).find((spec) => numberKey(spec) === value);
        if (chosen) onAdd(chosen);
      }}
      searchable
      nothingFoundMessage={t('app.search.nothing')}
      data-testid="scene-number-add"
    />
  );
}

function withLabel({ label: _, ...number }: SceneNumberSpec, label: string): SceneNumberSpec {
  return label === '' ? number : { ...number, label };
}
