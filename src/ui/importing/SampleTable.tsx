/** The first rows as they stand in the file. */
import type { ExaminedLayer } from '../../formats/importing/import-types.ts';
import { formatCount } from '../../i18n/format.ts';
import { useTexts } from '../app-context.tsx';
import classes from './importing.module.css';

export function SampleTable({ layer }: { readonly layer: ExaminedLayer }) {
  const { t } = useTexts();
  const { fields } = layer.facts;
  const canonicalOf = new Map(Object.entries(layer.choices.fields).map(([field, column]) => [column, field]));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by the keyboard.
    <section className={classes.tableBox} tabIndex={0} aria-label={t('importing.tab.table')}>
      <table className={classes.table} data-testid="import-sample">
        <thead>
          <tr>
            <th scope="col">{t('importing.column.row')}</th>
            {fields.map(({ name }) => {
              const field = canonicalOf.get(name);
              return (
                <th key={name} scope="col" title={name}>
                  {name}
                  {field && <div className={classes.muted}>{t(`field.${field}`)}</div>}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {layer.sample.map(({ row, values }) => (
            <tr key={row}>
              <td data-type="number" className={classes.muted}>
                {formatCount(row + 1)}
              </td>
              {values.map((value, at) => (
                <td
                  key={fields[at]?.name ?? at}
                  data-type={typeof value}
                  title={value === null ? undefined : String(value)}
                >
                  {value === null ? '' : String(value)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
