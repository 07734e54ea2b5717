/** A value of the office's own, and who says so. What does not fit is refused with what would. */
import { Button, Select, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Problem } from '../../core/result.ts';
import { overrideThreshold } from '../../rules/rule-pack-edits.ts';
import { useTexts } from '../app-context.tsx';
import { localDate } from '../history/local-time.ts';
import classes from './rulepack.module.css';
import type { ThresholdProps } from './threshold-props.ts';
import { shapeOf, textOfValue, valueOfText } from './threshold-values.ts';
import { inBoth } from './use-rule-edit.ts';

export function OverrideForm({ threshold, pack, change, onClose }: ThresholdProps & { onClose: () => void }) {
  const { t } = useTexts();
  const { id } = threshold;
  const shape = shapeOf(id);
  const [text, setText] = useState(threshold.tag === 'unconfirmed' ? '' : textOfValue(threshold));
  const [source, setSource] = useState('');
  const [address, setAddress] = useState('');
  const [fault, setFault] = useState<Problem>();
  const save = (event: FormEvent) => {
    event.preventDefault();
    const made = overrideThreshold(pack, id, {
      value: valueOfText(id, text),
      source,
      address,
      day: localDate(new Date()),
    });
    if (!made.ok) return setFault(made.problem);
    change(made.value, 'edit.rules-overridden', inBoth(`app.threshold.${id}`));
    onClose();
  };
  return (
    <form className={classes.form} onSubmit={save} noValidate data-testid={`threshold-form-${id}`}>
      {shape?.type === 'choice' ? (
        <Select
          label={t('rulepack.form.value')}
          data={shape.values.map((value) => ({ value, label: t(`app.threshold.choice.${value}`) }))}
          value={text}
          onChange={(value) => setText(value ?? '')}
          allowDeselect={false}
          data-autofocus
        />
      ) : (
        <TextInput
          label={t('rulepack.form.value')}
          description={hintOf(shape, t)}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          inputMode={shape?.type === 'number' ? 'decimal' : 'text'}
          autoFocus
          data-testid={`threshold-input-${id}`}
        />
      )}
      <TextInput
        label={t('rulepack.form.source')}
        description={t('rulepack.form.sourceHint')}
        value={source}
        onChange={(event) => setSource(event.currentTarget.value)}
      />
      <TextInput
        label={t('rulepack.form.address')}
        value={address}
        onChange={(event) => setAddress(event.currentTarget.value)}
      />
      <div role="status" aria-live="polite">
        {fault && (
          <p className={classes.fault} data-testid="threshold-fault">
            {t('rulepack.form.refused', { expected: String(fault.params.expected) })}
          </p>
        )}
      </div>
      <div className={classes.buttons}>
        <Button size="compact-sm" type="submit" data-testid={`threshold-apply-${id}`}>
          {t('rulepack.form.apply')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onClose}>
          {t('app.cancel')}
        </Button>
      </div>
    </form>
  );
}

/** What may be typed: the range with its unit, the words of a list. */
function hintOf(shape: ReturnType<typeof shapeOf>, t: ReturnType<typeof useTexts>['t']): string {
  if (!shape) return '';
  if (shape.type === 'number' || shape.type === 'steps') {
    const isShare = shape.unit === 'fraction';
    const [min, max] = isShare ? [shape.min * 100, shape.max * 100] : [shape.min, shape.max];
    const unit = isShare ? '%' : unitOf(shape.unit, t);
    const range = t('rulepack.form.range', { min, max, unit });
    return shape.type === 'steps' ? t('rulepack.form.steps', { steps: shape.count, range }) : range;
  }
  return shape.values.length > 0
    ? t('rulepack.form.words', { words: shape.values.join(', ') })
    : t('rulepack.form.list');
}

function unitOf(unit: string, t: ReturnType<typeof useTexts>['t']): string {
  const key = `app.threshold.unit.${unit}`;
  const word = t(key);
  if (word !== key) return word;
  return unit === 'deg' ? '°' : unit === '1' || unit === 'count' ? '' : unit.replaceAll('m2', 'm²');
}
