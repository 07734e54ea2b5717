/** What can be done to a feature from its card: its fields, its shape, and what is done every day in one click. */
import { Button, SegmentedControl, Tooltip } from '@mantine/core';
import { IconCircleCheck, IconPencil, IconPolygon, IconTrash } from '@tabler/icons-react';
import { type FormEvent, useMemo, useState } from 'react';
import type { Problem } from '../../core/result.ts';
import type { Subject } from '../../core/subject.ts';
import { coverToday, setMeasure } from '../../draw/daily-edits.ts';
import { deleteFeature, findFeature, updateFeature } from '../../draw/feature-edits.ts';
import { explainProblem } from '../../i18n/explain.ts';
import { FOUR_STATES, SITE_MEASURES } from '../../model/kinds.ts';
import type { EditedFeature, WorkspaceDocument } from '../../model/workspace.ts';
import { findInForce } from '../../rules/thresholds.ts';
import { useApp, useCommands, useTexts, useWorkspace } from '../app-context.tsx';
import { formatLocalTime, localDate } from '../history/local-time.ts';
import { listOwners } from '../store/layer-features.ts';
import { FieldsForm } from './FieldsForm.tsx';
import classes from './feature.module.css';
import { textsOf, valuesOf } from './field-values.ts';
import { findMeasureEdit } from './find-measure-edit.ts';

export function FeatureActions({ subject }: { subject: Subject }) {
  const document = useWorkspace((state) => state.document);
  const kind = document?.layers.find(({ id }) => id === subject.layer)?.kind;
  const feature = useMemo(() => document && findFeature(document, subject), [document, subject]);
  const [editing, setEditing] = useState(false);
  if (!document || !kind || !feature) return null;
  const parts = { document, subject, feature, kind };
  return (
    <>
      {kind === 'bareSoil' && <CoverToday {...parts} />}
      {kind === 'constructionSite' && <Measures {...parts} />}
      {editing ? (
        <EditFields {...parts} onClose={() => setEditing(false)} />
      ) : (
        <Buttons {...parts} onEdit={() => setEditing(true)} />
      )}
    </>
  );
}

interface Parts {
  readonly document: WorkspaceDocument;
  readonly subject: Subject;
  readonly feature: EditedFeature;
  readonly kind: NonNullable<ReturnType<WorkspaceDocument['layers']['find']>>['kind'];
}

function Buttons({ document, subject, onEdit }: Parts & { onEdit: () => void }) {
  const { t } = useTexts();
  const { view } = useApp();
  const { edit } = useCommands();
  const remove = () => {
    const made = deleteFeature(document, subject);
    if (made) edit(made.patch);
  };
  return (
    <div className={classes.buttons}>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconPencil size={15} />}
        onClick={onEdit}
        data-testid="feature-edit"
      >
        {t('feature.edit')}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconPolygon size={15} />}
        onClick={() => view.setState({ mode: 'draw', toReshape: subject })}
        data-testid="feature-reshape"
      >
        {t('feature.reshape')}
      </Button>
      <Button
        size="compact-sm"
        variant="subtle"
        color="red"
        leftSection={<IconTrash size={15} />}
        onClick={remove}
        data-testid="feature-delete"
      >
        {t('feature.delete')}
      </Button>
    </div>
  );
}

function EditFields({ document, subject, feature, kind, onClose }: Parts & { onClose: () => void }) {
  const { t } = useTexts();
  const { edit } = useCommands();
  const features = useWorkspace((state) => state.features);
  const owners = useMemo(() => listOwners(features), [features]);
  const before = useMemo(() => textsOf(feature, kind), [feature, kind]);
  const [texts, setTexts] = useState(before);
  const [fault, setFault] = useState<Problem>();
  const save = (event: FormEvent) => {
    event.preventDefault();
    const values = valuesOf(texts, kind, before);
    if (!values.ok) return setFault(values.problem);
    const made = updateFeature(document, subject, { values: values.value });
    if (made) edit(made.patch);
    onClose();
  };
  return (
    <form className={classes.form} onSubmit={save} data-testid="feature-form" noValidate>
      <FieldsForm
        kind={kind}
        texts={texts}
        owners={owners}
        onChange={setTexts}
        without={kind === 'constructionSite' ? SITE_MEASURES : []}
      />
      <div role="status" aria-live="polite">
        {fault && <p className={classes.fault}>{explainProblem(fault, t)}</p>}
      </div>
      <div className={classes.buttons}>
        <Button size="compact-sm" type="submit" data-testid="feature-save">
          {t('feature.save')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onClose}>
          {t('feature.cancel')}
        </Button>
      </div>
    </form>
  );
}

function CoverToday({ document, subject }: Parts) {
  const { t } = useTexts();
  const { edit } = useCommands();
  const made = coverToday(document, subject, localDate(new Date()));
  if (!made) return null;
  return (
    <div className={classes.buttons}>
      <Tooltip label={t('feature.coveredHint')}>
        <Button
          size="compact-sm"
          leftSection={<IconCircleCheck size={15} />}
          onClick={() => edit(made.patch)}
          data-testid="covered-today"
        >
          {t('feature.covered')}
        </Button>
      </Tooltip>
    </div>
  );
}

/** When it was ticked here; of what the ledger says nobody knows. */
function SetAt({ time }: { time: string | undefined }) {
  const { t } = useTexts();
  if (time === undefined) return null;
  return <div className={classes.aside}>{t('whatif.setAt', { when: formatLocalTime(time, new Date()) })}</div>;
}

/** One click per measure: who stands on the site ticks and walks on. */
function Measures({ document, subject, feature }: Parts) {
  const { t } = useTexts();
  const { edit } = useCommands();
  const history = useWorkspace((state) => state.history);
  const list = findInForce(document.rulePack, 'sixMeasuresList')?.value;
  const nameOf = (measure: string) =>
    t(measure === 'wetWork' && list === 'demolition' ? 'field.wetWork.demolition' : `field.${measure}`);
  const timeOf = (measure: string) => findMeasureEdit(history, subject, measure);
  return (
    <section className={classes.form} data-testid="site-measures" aria-label={t('feature.measures')}>
      <strong>{t('feature.measures')}</strong>
      {typeof list === 'string' && (
        <span className={classes.aside}>
          {t('app.threshold.value', {
            label: t('app.threshold.sixMeasuresList'),
            value: t(`app.threshold.choice.${list}`),
          })}
        </span>
      )}
      <div className={classes.measures}>
        {SITE_MEASURES.map((measure) => (
          <div key={measure} style={{ display: 'contents' }}>
            <span className={classes.measureName}>
              {nameOf(measure)}
              <SetAt time={timeOf(measure)} />
            </span>
            <SegmentedControl
              size="xs"
              aria-label={nameOf(measure)}
              data={FOUR_STATES.map((state) => ({ value: state, label: t(`state.${state}`) }))}
              value={String(feature.properties[measure] ?? '')}
              onChange={(state) => {
                const made = setMeasure(document, subject, measure, state);
                if (made) edit(made.patch);
              }}
              data-testid={`measure-${measure}`}
            />
          </div>
        ))}
      </div>
    </section>
  );
}
