/** The base maps to choose from, each with its source; the chosen one with what can be said and set of it. */
import { Button, Radio, Select, Switch, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { originsOfEntry } from '../../formats/tiles/entry-origins.ts';
import { explainProblem } from '../../i18n/explain.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { BaseMapEntry } from '../../model/base-map.ts';
import { useApp, useBaseMaps, useCommands, useSettings, useTexts } from '../app-context.tsx';
import { changeEntry } from '../store/base-map-store.ts';
import classes from './basemap.module.css';
import { formatBytes } from './format-bytes.ts';
import { NetworkNotice } from './NetworkNotice.tsx';

export function BaseMapList() {
  const { t } = useTexts();
  const { baseMaps: commands } = useCommands();
  const setting = useSettings(({ baseMap }) => baseMap);
  const entries = useBaseMaps((state) => state.entries);
  const local = useBaseMaps((state) => state.local);
  // An entry that was removed in another tab is no choice any more.
  const chosen = setting === 'none' || entries.some(({ id }) => id === setting) ? setting : 'local';
  return (
    <Radio.Group value={chosen} onChange={commands.choose} aria-label={t('basemaps.ground')} data-testid="base-maps">
      <Choice value="local" chosen={chosen} name={t('app.baseMap.local')} source={t(`basemaps.local.${local}`)} />
      {entries.map((entry) => (
        <Choice key={entry.id} value={entry.id} chosen={chosen} name={entry.name} source={sourceOf(entry, t)}>
          <EntryDetails entry={entry} />
        </Choice>
      ))}
      <Choice value="none" chosen={chosen} name={t('app.baseMap.none')} source={t('basemaps.none.hint')} />
    </Radio.Group>
  );
}

interface ChoiceProps {
  readonly value: string;
  readonly chosen: string;
  readonly name: string;
  readonly source: string;
  readonly children?: ReactNode;
}

function Choice({ value, chosen, name, source, children }: ChoiceProps) {
  return (
    <div className={classes.entry} data-chosen={value === chosen} data-testid={`base-map-${value}`}>
      <Radio
        size="xs"
        value={value}
        label={<span className={classes.name}>{name}</span>}
        description={<span className={classes.source}>{source}</span>}
      />
      {value === chosen && children}
    </div>
  );
}

function EntryDetails({ entry }: { entry: BaseMapEntry }) {
  const { t } = useTexts();
  const { baseMaps } = useApp();
  const { baseMaps: commands } = useCommands();
  const facts = useBaseMaps((state) => state.facts[entry.id]);
  const missing = facts?.missingOrigins ?? [];
  const change = (part: Partial<BaseMapEntry>) => changeEntry(baseMaps, entry.id, part);
  return (
    <div className={classes.details}>
      {facts?.problem && (
        <p className={classes.said} data-kind="problem" role="alert" data-testid="base-map-problem">
          {explainProblem(facts.problem, t)}
        </p>
      )}
      {missing.length > 0 && (
        <>
          <NetworkNotice origins={missing} sendsKey={entry.type === 'tianditu'} />
          <Button size="compact-sm" onClick={() => commands.allow(entry.id)} data-testid="allow-base-map">
            {t('basemaps.allow')}
          </Button>
        </>
      )}
      {facts?.isKept === false && <p className={classes.said}>{t('basemaps.notKept')}</p>}
      {entry.type === 'wmts' && facts?.layers && (
        <Select
          size="xs"
          label={t('basemaps.wmts.layer')}
          allowDeselect={false}
          value={entry.layer ?? facts.layers[0]?.id ?? null}
          data={facts.layers.map(({ id, title }) => ({ value: id, label: title }))}
          onChange={(layer) => layer !== null && change({ layer })}
        />
      )}
      {entry.type !== 'style' && (
        <Switch
          size="xs"
          label={t('basemaps.muted')}
          checked={entry.muted}
          onChange={(event) => change({ muted: event.currentTarget.checked })}
        />
      )}
      <TextInput
        size="xs"
        label={t('basemaps.attribution')}
        defaultValue={entry.attribution}
        onBlur={(event) => change({ attribution: event.currentTarget.value.trim() })}
      />
      <TextInput
        size="xs"
        label={t('basemaps.approval')}
        description={t('basemaps.approval.hint')}
        defaultValue={entry.approvalNumber}
        onBlur={(event) => change({ approvalNumber: event.currentTarget.value.trim() })}
        data-testid="approval-number"
      />
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconTrash size={14} />}
        onClick={() => commands.remove(entry.id)}
        data-testid="remove-base-map"
      >
        {t(entry.type === 'file' ? 'basemaps.remove' : 'basemaps.revoke')}
      </Button>
    </div>
  );
}

function sourceOf(entry: BaseMapEntry, t: Translate): string {
  if (entry.type === 'file') return t('basemaps.source.file', { size: formatBytes(entry.sizeBytes) });
  const hosts = originsOfEntry(entry)
    .map((origin) => origin.replace(/^https?:\/\//u, ''))
    .join(t('app.separator'));
  return t('basemaps.source.network', { type: t(`basemaps.type.${entry.type}`), hosts });
}
