/** The form of a base map that comes over the network. Nothing is asked before its button is pressed. */
import { Button, Checkbox, Group, NumberInput, PasswordInput, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { originsOfEntry } from '../../formats/tiles/entry-origins.ts';
import { TIANDITU_SETS, type TiandituSet } from '../../formats/tiles/tianditu.ts';
import { explainProblem } from '../../i18n/explain.ts';
import type { BaseMapEntry } from '../../model/base-map.ts';
import { useApp, useBaseMaps, useCommands, useTexts } from '../app-context.tsx';
import type { NewBaseMap } from '../commands.ts';
import classes from './basemap.module.css';
import { NetworkNotice } from './NetworkNotice.tsx';
import { draftOf, EMPTY_FIELDS, type NetworkFields } from './network-draft.ts';

export const NETWORK_TYPES = ['tianditu', 'xyz', 'wmts', 'style'] as const;
export type NetworkType = (typeof NETWORK_TYPES)[number];

export function NetworkMapForm({ type, onDone }: { type: NetworkType; onDone: () => void }) {
  const { t } = useTexts();
  const { baseMaps: commands } = useCommands();
  const { baseMaps } = useApp();
  const key = useBaseMaps((state) => state.tiandituKey);
  const [fields, setFields] = useState<NetworkFields>({ ...EMPTY_FIELDS, key });
  const change = (part: Partial<NetworkFields>) => setFields((before) => ({ ...before, ...part }));
  const written = type === 'tianditu' ? fields.key : fields.address;
  const draft = draftOf(type, fields, (set) => t(`basemaps.tianditu.${set}`));
  const add = (added: NewBaseMap) => {
    if (added.type === 'tianditu') baseMaps.setState({ tiandituKey: fields.key.trim() });
    onDone();
    commands.add(added);
  };
  return (
    <form
      className={classes.form}
      aria-label={t(`basemaps.type.${type}`)}
      data-testid="network-map-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (draft.ok) add(draft.value);
      }}
    >
      <strong>{t(`basemaps.type.${type}`)}</strong>
      {type === 'tianditu' ? (
        <TiandituFields fields={fields} onChange={change} />
      ) : (
        <TextInput
          size="xs"
          label={t(`basemaps.address.${type}`)}
          description={t(`basemaps.address.${type}.hint`)}
          placeholder={PLACEHOLDERS[type]}
          value={fields.address}
          onChange={(event) => change({ address: event.currentTarget.value })}
          error={written.trim() !== '' && !draft.ok ? explainProblem(draft.problem, t) : undefined}
          data-autofocus
          data-testid="base-map-address"
        />
      )}
      {type === 'xyz' && <XyzFields fields={fields} onChange={change} />}
      {type !== 'tianditu' && (
        <TextInput
          size="xs"
          label={t('basemaps.name')}
          value={fields.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
      )}
      {draft.ok && (
        <NetworkNotice
          origins={originsOfEntry({ ...draft.value, id: '' } as BaseMapEntry)}
          sendsKey={type === 'tianditu'}
        />
      )}
      <Group gap="xs">
        <Button type="submit" size="compact-sm" disabled={!draft.ok} data-testid="allow-and-add">
          {t('basemaps.allow')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onDone}>
          {t('app.cancel')}
        </Button>
      </Group>
    </form>
  );
}

const PLACEHOLDERS = {
  xyz: 'https://tiles.example.cn/{z}/{x}/{y}.png',
  wmts: 'https://maps.example.cn/wmts?request=GetCapabilities',
  style: 'https://maps.example.cn/style.json',
} as const;

interface FieldsProps {
  readonly fields: NetworkFields;
  readonly onChange: (part: Partial<NetworkFields>) => void;
}

function TiandituFields({ fields, onChange }: FieldsProps) {
  const { t } = useTexts();
  return (
    <>
      <Select
        size="xs"
        label={t('basemaps.tianditu.set')}
        allowDeselect={false}
        value={fields.set}
        data={TIANDITU_SETS.map((value) => ({ value, label: t(`basemaps.tianditu.${value}`) }))}
        onChange={(set) => set && onChange({ set: set as TiandituSet })}
      />
      <Checkbox
        size="xs"
        label={t('basemaps.tianditu.annotation')}
        checked={fields.hasAnnotation}
        onChange={(event) => onChange({ hasAnnotation: event.currentTarget.checked })}
      />
      <PasswordInput
        size="xs"
        label={t('basemaps.tianditu.key')}
        description={t('basemaps.tianditu.key.hint')}
        value={fields.key}
        onChange={(event) => onChange({ key: event.currentTarget.value })}
        visibilityToggleButtonProps={{ 'aria-label': t('basemaps.tianditu.key.show') }}
        data-testid="tianditu-key"
      />
    </>
  );
}

function XyzFields({ fields, onChange }: FieldsProps) {
  const { t } = useTexts();
  return (
    <>
      <Select
        size="xs"
        label={t('basemaps.datum')}
        description={t('basemaps.datum.hint')}
        allowDeselect={false}
        value={fields.datum}
        data={(['wgs84', 'gcj02'] as const).map((value) => ({ value, label: t(`basemaps.datum.${value}`) }))}
        onChange={(datum) => datum && onChange({ datum: datum as NetworkFields['datum'] })}
      />
      <NumberInput
        size="xs"
        label={t('basemaps.maxZoom')}
        min={1}
        max={22}
        value={fields.maxZoom}
        onChange={(value) => onChange({ maxZoom: Number(value) || EMPTY_FIELDS.maxZoom })}
      />
    </>
  );
}
