/** The words of a zone. Enter in a field saves; Escape in a field goes back to the map. */
import { Autocomplete, Button, Select, Textarea, TextInput } from '@mantine/core';
import type { FormEvent, KeyboardEvent } from 'react';
import type { DrawPhase } from '../../draw/draw-types.ts';
import type { ZoneAttributes } from '../../draw/zone-edits.ts';
import { ZONE_LEVELS } from '../../model/kinds.ts';
import { useTexts } from '../app-context.tsx';
import classes from './draw.module.css';

interface ZoneFormProps {
  readonly phase: DrawPhase;
  readonly vertices: number;
  readonly attributes: ZoneAttributes;
  readonly owners: readonly string[];
  readonly onAttributes: (attributes: ZoneAttributes) => void;
  readonly onFinish: () => void;
  readonly onCancel: () => void;
}

export function ZoneForm(props: ZoneFormProps) {
  const { t } = useTexts();
  const { attributes, onAttributes, phase } = props;
  const change = (name: keyof ZoneAttributes, value: string | null) =>
    onAttributes({ ...attributes, [name]: value ?? '' });
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    props.onFinish();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.stopPropagation();
    (event.target as HTMLElement).blur();
  };
  const drawing = phase === 'drawing';
  return (
    <form className={classes.section} onSubmit={onSubmit} onKeyDown={onKeyDown} data-testid="zone-form" noValidate>
      <TextInput
        label={t('draw.form.name')}
        placeholder={t('draw.form.namePlaceholder')}
        value={attributes.name}
        onChange={(event) => change('name', event.currentTarget.value)}
        data-testid="zone-name"
      />
      <Autocomplete
        label={t('draw.form.owner')}
        data={[...props.owners]}
        limit={8}
        value={attributes.owner}
        onChange={(value) => change('owner', value)}
        data-testid="zone-owner"
      />
      <TextInput
        label={t('draw.form.person')}
        value={attributes.person}
        onChange={(event) => change('person', event.currentTarget.value)}
        data-testid="zone-person"
      />
      <div className={classes.pair}>
        <Select
          label={t('draw.form.level')}
          data={ZONE_LEVELS.map((level) => ({ value: level, label: t(`level.${level}`) }))}
          placeholder={t('draw.form.levelNone')}
          value={attributes.level || null}
          onChange={(value) => change('level', value)}
          clearable
          data-testid="zone-level"
        />
        <TextInput
          label={t('draw.form.duty')}
          placeholder={t('draw.form.dutyPlaceholder')}
          value={attributes.duty}
          onChange={(event) => change('duty', event.currentTarget.value)}
        />
      </div>
      <Textarea
        label={t('draw.form.note')}
        placeholder={t('draw.form.notePlaceholder')}
        value={attributes.note}
        onChange={(event) => change('note', event.currentTarget.value)}
        autosize
        minRows={1}
        maxRows={4}
      />
      <div className={`${classes.actions} ${classes.sticky}`}>
        <Button type="submit" disabled={drawing && props.vertices < 3} data-testid="zone-save">
          {t(drawing ? 'draw.close' : 'draw.save')}
        </Button>
        <Button variant="default" onClick={props.onCancel} data-testid="zone-cancel">
          {t('draw.cancel')}
        </Button>
      </div>
    </form>
  );
}
