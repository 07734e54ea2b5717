/** Which column of the file is which field, with its unit and why; each can be changed. */
import { Select } from '@mantine/core';
import type { AskedChoices, ExaminedLayer } from '../../formats/importing/import-types.ts';
import { type FieldDefinition, fieldsOfKind } from '../../model/kinds.ts';
import { COMMON_UNITS, type Dimension } from '../../model/units.ts';
import { useTexts } from '../app-context.tsx';
import classes from './importing.module.css';
import { Reasons } from './Reasons.tsx';

interface FieldMappingProps {
  readonly layer: ExaminedLayer;
  readonly onChange: (part: Partial<AskedChoices>) => void;
}

export function FieldMapping({ layer, onChange }: FieldMappingProps) {
  const { t } = useTexts();
  const { choices } = layer;
  return (
    <section className={classes.section}>
      <table className={classes.mapping} data-testid="import-mapping">
        <thead>
          <tr>
            <th scope="col">{t('importing.column.field')}</th>
            <th scope="col">{t('importing.column.in')}</th>
            <th scope="col">{t('importing.column.unit')}</th>
          </tr>
        </thead>
        <tbody>
          {Object.entries(fieldsOfKind(choices.kind)).map(([field, definition]) => (
            <FieldRow key={field} field={field} definition={definition} layer={layer} onChange={onChange} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function FieldRow({
  layer,
  onChange,
  field,
  definition,
}: FieldMappingProps & { field: string; definition: FieldDefinition }) {
  const { t } = useTexts();
  const { choices, facts, fieldGuesses } = layer;
  const column = choices.fields[field];
  const label = t(`field.${field}`);
  const setColumn = (next: string | null) => {
    const { [field]: _, ...fields } = choices.fields;
    const { [field]: __, ...units } = choices.units;
    onChange({ fields: next ? { ...fields, [field]: next } : fields, units: next ? choices.units : units });
  };
  const isGuessed = column !== undefined && column === fieldGuesses.fields[field];
  return (
    <tr>
      <td>{label}</td>
      <td>
        <Select
          size="xs"
          searchable
          clearable
          placeholder={t('importing.fields.none')}
          aria-label={label}
          value={column ?? null}
          data={facts.fields.map(({ name }) => name)}
          onChange={setColumn}
        />
        {isGuessed && <Reasons reasons={fieldGuesses.reasons[field] ?? []} />}
      </td>
      <td>
        {definition.dimension && column !== undefined && (
          <Select
            size="xs"
            w={130}
            allowDeselect={false}
            aria-label={`${label} ${t('importing.column.unit')}`}
            value={choices.units[field] ?? COMMON_UNITS[definition.dimension][0]}
            data={unitsWith(definition.dimension, choices.units[field])}
            onChange={(unit) => onChange({ units: { ...choices.units, [field]: unit ?? '' } })}
          />
        )}
      </td>
    </tr>
  );
}

/** A unit that the file's header names stands in the list too. */
function unitsWith(dimension: Dimension, chosen: string | undefined): string[] {
  const units = COMMON_UNITS[dimension];
  return chosen === undefined || units.includes(chosen) ? [...units] : [...units, chosen];
}
