/** The numbers of an area: by layer and class, findings by rule, owners. */
import type { AreaCount, AreaRow } from '../../checks/area-count.ts';
import { formatArea, formatCount, formatLength, formatTonnesPerYear } from '../../i18n/format.ts';
import { RULE_IDS } from '../../model/findings.ts';
import { classNameOf } from '../../reports/charts/area-tables.ts';
import { useTexts } from '../app-context.tsx';
import classes from './area.module.css';

/** The rest is in the export. */
const SHOWN_OWNERS = 6;

interface AreaFiguresProps {
  readonly count: AreaCount;
  readonly titleOf: (layer: string) => string;
}

export function AreaFigures({ count, titleOf }: AreaFiguresProps) {
  const { t, language } = useTexts();
  const layers = [...new Set(count.rows.map(({ layer }) => layer))];
  const rules = RULE_IDS.filter((rule) => count.findings[rule]);
  return (
    <>
      <p className={classes.size}>
        {t('charts.area.size')}
        <strong data-testid="area-size">{formatArea(count.areaSquareMeters, language)}</strong>
      </p>
      {layers.length === 0 && <p className={classes.hint}>{t('charts.area.none')}</p>}
      {layers.map((layer) => (
        <LayerRows key={layer} title={titleOf(layer)} rows={count.rows.filter((row) => row.layer === layer)} />
      ))}
      {rules.length > 0 && (
        <section>
          <h3 className={classes.group}>{t('charts.area.findings')}</h3>
          <dl className={classes.list}>
            {rules.map((rule) => (
              <div key={rule} className={classes.row} data-testid={`area-rule-${rule}`}>
                <dt>{t(`rule.${rule}`)}</dt>
                <dd>{formatCount(count.findings[rule] ?? 0)}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      {count.owners.length > 0 && (
        <section>
          <h3 className={classes.group}>{t('charts.area.owners')}</h3>
          <dl className={classes.list}>
            {count.owners.slice(0, SHOWN_OWNERS).map(({ owner, count: features }) => (
              <div key={owner} className={classes.row}>
                <dt>{owner}</dt>
                <dd>{formatCount(features)}</dd>
              </div>
            ))}
          </dl>
          {count.owners.length > SHOWN_OWNERS && (
            <p className={classes.hint}>{t('charts.area.ownersMore', { count: count.owners.length - SHOWN_OWNERS })}</p>
          )}
        </section>
      )}
      <p className={classes.hint}>{t('charts.area.rule')}</p>
    </>
  );
}

function LayerRows({ title, rows }: { title: string; rows: readonly AreaRow[] }) {
  const { t, language } = useTexts();
  const total = rows.reduce((sum, { count }) => sum + count, 0);
  const whole = rows.reduce((sum, row) => sum + row.whole, 0);
  return (
    <section data-testid="area-layer" data-layer={rows[0]?.layer} data-count={total}>
      <h3 className={classes.group}>
        {title}
        <span className={classes.hint}> {t('charts.area.row', { count: total, whole: formatCount(whole) })}</span>
      </h3>
      <dl className={classes.list}>
        {rows.map((row) => {
          const { areaSquareMeters, lengthMeters, pm10TonnesPerYear } = row;
          const name = classNameOf(row, { t, language });
          return (
            <div key={row.value} className={classes.row}>
              <dt>{name || title}</dt>
              <dd>
                {formatCount(row.count)}
                {areaSquareMeters > 0 && <span> · {formatArea(areaSquareMeters, language, 'short')}</span>}
                {lengthMeters > 0 && <span> · {formatLength(lengthMeters)}</span>}
                {pm10TonnesPerYear && (
                  <span className={classes.hint}> · PM10 {formatTonnesPerYear(...pm10TonnesPerYear, language)}</span>
                )}
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}
