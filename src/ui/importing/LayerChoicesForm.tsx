/** One layer: what it is, where it goes, and behind tabs its rows, fields, coordinates and notes. */
import { Loader, Select, Tabs, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { AskedChoices, ExaminedLayer } from '../../formats/importing/import-types.ts';
import { explainProblem } from '../../i18n/explain.ts';
import { formatCount } from '../../i18n/format.ts';
import { LAYER_KINDS, type LayerKind } from '../../model/kinds.ts';
import { useApp, useCommands, useImporting, useTexts } from '../app-context.tsx';
import { FieldMapping } from './FieldMapping.tsx';
import { countNotes } from './group-notes.ts';
import { ImportNotes } from './ImportNotes.tsx';
import classes from './importing.module.css';
import { countsOf } from './LayerList.tsx';
import { MergeList } from './MergeList.tsx';
import { PlacingForm } from './PlacingForm.tsx';
import { Reasons } from './Reasons.tsx';
import { SampleTable } from './SampleTable.tsx';
import { TargetSelect } from './TargetSelect.tsx';

const TABS = ['table', 'fields', 'place', 'merge', 'notes'] as const;
type Tab = (typeof TABS)[number];

export function LayerChoicesForm({ layer }: { readonly layer: ExaminedLayer }) {
  const { t } = useTexts();
  const { importing } = useApp();
  const { reviseImport } = useCommands();
  const isRevising = useImporting((state) => state.revising.has(layer.key));
  const refused = useImporting((state) => state.refused[layer.key]);
  const [tab, setTab] = useState<Tab>(layer.problem ? 'place' : 'table');
  const { choices, kindGuess, problem } = layer;
  const change = (part: Partial<AskedChoices>) => reviseImport(layer.key, { ...choices, ...part });
  /** The fields of another kind are other fields: they are guessed anew. */
  const changeKind = (kind: LayerKind) => reviseImport(layer.key, { ...withoutMapping(choices), kind });
  const noteCount = useMemo(() => countNotes(layer.notes), [layer.notes]);
  const said = refused ?? problem;
  return (
    <>
      <section className={classes.section}>
        <div className={classes.grid3}>
          <TextInput
            size="xs"
            label={t('importing.titleOf')}
            value={choices.title}
            onChange={(event) => retitle(importing, layer.key, event.currentTarget.value)}
            onBlur={() => change({})}
            data-testid="import-title"
          />
          <Select
            size="xs"
            label={t('importing.kind')}
            value={choices.kind}
            allowDeselect={false}
            data={LAYER_KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
            onChange={(value) => value && changeKind(value as LayerKind)}
            data-testid="import-kind"
          />
          <TargetSelect layer={layer} onChange={(target) => change({ target })} />
          <div className={classes.wide}>
            {layer.profile ? (
              <span className={classes.muted}>{t('importing.profile', { name: layer.profile })}</span>
            ) : (
              choices.kind === kindGuess.kind && <Reasons reasons={kindGuess.reasons} />
            )}
          </div>
        </div>
      </section>
      {said && (
        <p className={classes.notice} role="alert">
          {explainProblem(said, t)}
        </p>
      )}
      <div className={classes.tabRow}>
        <div className={classes.footRow}>
          <Tabs value={tab} onChange={(value) => setTab((value ?? 'table') as Tab)} className={classes.tabs ?? ''}>
            <Tabs.List aria-label={choices.title}>
              {TABS.filter((value) => value !== 'merge' || layer.merge).map((value) => (
                <Tabs.Tab key={value} value={value} data-testid={`import-tab-${value}`}>
                  {t(`importing.tab.${value}`, { count: noteCount })}
                </Tabs.Tab>
              ))}
            </Tabs.List>
          </Tabs>
          {isRevising && <Loader size={14} aria-label={t('importing.waiting')} />}
          <span className={`${classes.grow} ${classes.muted}`} style={{ textAlign: 'right' }}>
            {t('importing.records', countsOf(layer))}
          </span>
        </div>
      </div>
      {tab === 'table' && <SampleTable layer={layer} />}
      {tab === 'fields' && <FieldMapping layer={layer} onChange={change} />}
      {tab === 'place' && <PlacingForm layer={layer} onChange={change} />}
      {tab === 'merge' && layer.merge && <MergeList plan={layer.merge} />}
      {tab === 'notes' && <ImportNotes notes={layer.notes} fileName={choices.title} />}
      {layer.preview.shapes.length < layer.preview.total && layer.preview.shapes.length > 0 && (
        <p className={`${classes.section} ${classes.muted}`} style={{ margin: 0 }}>
          {t('importing.more', {
            shown: formatCount(layer.preview.shapes.length),
            total: formatCount(layer.preview.total),
          })}
        </p>
      )}
    </>
  );
}

/** Typing stays in the store; the layer is read again when the field is left. */
function retitle(importing: ReturnType<typeof useApp>['importing'], key: string, title: string): void {
  importing.setState(({ layers }) => ({
    layers: layers.map((layer) => (layer.key === key ? { ...layer, choices: { ...layer.choices, title } } : layer)),
  }));
}

function withoutMapping({ fields: _, units: __, ...others }: ExaminedLayer['choices']): AskedChoices {
  return others;
}
