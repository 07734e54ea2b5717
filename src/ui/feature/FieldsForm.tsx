/** The fields of a feature of any kind as a form. Takes texts and gives texts; saves nothing itself. */
import { Autocomplete, MultiSelect, Select, Textarea, TextInput } from '@mantine/core';
import { fieldsOfKind, isZoneKind, type LayerKind } from '../../model/kinds.ts';
import { useTexts } from '../app-context.tsx';
import classes from './feature.module.css';
import { type FieldTexts, formFields } from './field-values.ts';

export interface FieldsFormProps {
  readonly kind: LayerKind;
  readonly texts: FieldTexts;
  /** Units to offer while typing. */
  readonly owners: readonly string[];
  readonly onChange: (texts: FieldTexts) => void;
  /** Fields that have a place of their own. */
  readonly without?: readonly string[];
}

export function FieldsForm({ kind, without = [], ...props }: FieldsFormProps) {
  const { t } = useTexts();
  const { first, further } = formFields(kind);
  const isShown = (field: string) => !without.includes(field);
  return (
    <div className={classes.form}>
      <div className={classes.grid}>
        {first.filter(isShown).map((field) => (
          <Field key={field} kind={kind} field={field} {...props} />
        ))}
      </div>
      <details className={classes.further}>
        <summary>{t('draw.form.more')}</summary>
        <div className={classes.grid}>
          {further.filter(isShown).map((field) => (
            <Field key={field} kind={kind} field={field} {...props} />
          ))}
        </div>
      </details>
    </div>
  );
}

const WIDE: ReadonlySet<string> = new Set(['name', 'owner', 'operator', 'address', 'note', 'modes']);

function Field({
  kind,
  field,
  texts,
  owners,
  onChange,
}: Omit<FieldsFormProps, 'without'> & { readonly field: string }) {
  const { t } = useTexts();
  const definition = fieldsOfKind(kind)[field];
  if (!definition) return null;
  const value = texts[field] ?? '';
  const change = (text: string | null) => onChange({ ...texts, [field]: text ?? '' });
  const common = {
    label: t(`field.${field}`),
    className: WIDE.has(field) ? classes.wide : classes.narrow,
    'data-testid': `field-${field}`,
  } as const;
  const wordOf = (code: string) => ({ value: code, label: t(`${prefixOf(field)}.${code}`) });
  if (definition.type === 'choice' && definition.values) {
    const known = definition.values.includes(value) || value === '';
    const data = [...definition.values.map(wordOf), ...(known ? [] : [{ value, label: value }])];
    return (
      <Select
        {...common}
        data={data}
        value={value || null}
        onChange={change}
        placeholder={t('feature.notGiven')}
        clearable
      />
    );
  }
  if (definition.type === 'list' && definition.values) {
    const chosen = value.split(',').filter(Boolean);
    return (
      <MultiSelect
        {...common}
        data={definition.values.map(wordOf)}
        value={chosen}
        onChange={(list) => change(list.join(','))}
      />
    );
  }
  // A zone without either is a finding: said while it can still be filled in.
  const missed = isZoneKind(kind) && (field === 'owner' || field === 'person') ? t('draw.form.needed') : '';
  if (field === 'owner' || field === 'operator')
    return (
      <Autocomplete {...common} data={[...owners]} limit={8} value={value} onChange={change} placeholder={missed} />
    );
  if (field === 'note')
    return (
      <Textarea
        {...common}
        value={value}
        onChange={(event) => change(event.currentTarget.value)}
        autosize
        minRows={1}
        maxRows={4}
      />
    );
  return (
    <TextInput
      {...common}
      value={value}
      inputMode={definition.type === 'number' ? 'decimal' : 'text'}
      placeholder={definition.type === 'date' ? '2026-11-23' : missed}
      onChange={(event) => change(event.currentTarget.value)}
    />
  );
}

/** The four states of measures are named alike; other choices by their field. */
function prefixOf(field: string): string {
  const own: Readonly<Record<string, string>> = {
    level: 'level',
    status: 'status',
    colour: 'colour',
    source: 'source',
    kind: 'kind',
    modes: 'mode',
  };
  return own[field] ?? 'state';
}
