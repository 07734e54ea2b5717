/** The figures of a path: its area in every unit, its length, its segments with their bearings; each can be copied. */
import { useMemo } from 'react';
import type { MeasuredPath } from '../../geo/measure-path.ts';
import { formatBearing, formatLength, formatNumber, SQUARE_METERS_PER_MU } from '../../i18n/format.ts';
import type { LonLat } from '../../model/lon-lat.ts';
import { useTexts } from '../app-context.tsx';
import { CopyButton } from '../copying/CopyButton.tsx';
import { crossesItself } from './crosses-itself.ts';
import classes from './measure.module.css';

interface MeasureFiguresProps {
  readonly kind: 'distance' | 'area';
  readonly positions: readonly LonLat[];
  readonly measured: MeasuredPath;
}

export function MeasureFigures({ kind, positions, measured }: MeasureFiguresProps) {
  const { t, language } = useTexts();
  const { areaSquareMeters, lengthMeters, segments } = measured;
  const crosses = useMemo(() => crossesItself(kind, positions), [kind, positions]);
  if (segments.length === 0) return null;
  return (
    <div data-testid="measure-figures">
      <div role="status" aria-live="polite">
        <table className={classes.table}>
          <tbody>
            {crosses && (
              <tr>
                <td colSpan={3} className={classes.warning} data-testid="measure-crossing">
                  {t('inspect.crossing')}
                </td>
              </tr>
            )}
            {areaSquareMeters !== undefined && !crosses && <AreaRows areaSquareMeters={areaSquareMeters} />}
            <Row
              name={t(areaSquareMeters === undefined ? 'inspect.length' : 'inspect.perimeter')}
              text={formatLength(lengthMeters)}
              exact={`${lengthMeters.toFixed(2)} m`}
              testId="measure-length"
            />
          </tbody>
        </table>
      </div>
      <h3 className={classes.heading}>{t('inspect.segments')}</h3>
      <div className={classes.segments}>
        <table className={classes.table} data-testid="measure-segments">
          <thead>
            <tr>
              <th scope="col">{t('inspect.segment')}</th>
              <th scope="col">{t('inspect.length')}</th>
              <th scope="col">{t('inspect.bearing')}</th>
            </tr>
          </thead>
          <tbody>
            {segments.map((segment, index) => (
              // A path is extended and shortened at its end alone: the place in it is the segment's name.
              // biome-ignore lint/suspicious/noArrayIndexKey: see above
              <tr key={index}>
                <td>{index + 1}</td>
                <td>{formatLength(segment.lengthMeters)}</td>
                <td>{formatBearing(segment.bearingDegrees, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className={classes.foot}>
        <span className={classes.hint}>{t('inspect.method')}</span>
        <CopyButton text={asTable(measured)} name={t('inspect.copyAll')} testId="measure-copy-all" />
      </div>
    </div>
  );
}

function AreaRows({ areaSquareMeters }: { areaSquareMeters: number }) {
  const { t } = useTexts();
  const units = [
    ['mu', areaSquareMeters / SQUARE_METERS_PER_MU, 2],
    ['squareMeters', areaSquareMeters, 0],
    ['hectares', areaSquareMeters / 10_000, 4],
  ] as const;
  return units.map(([unit, value, decimals]) => {
    const text = `${formatNumber(value, decimals)} ${t(`inspect.unit.${unit}`)}`;
    return <Row key={unit} name={t('inspect.area')} text={text} exact={text} testId={`measure-area-${unit}`} />;
  });
}

interface RowProps {
  readonly name: string;
  readonly text: string;
  /** What is copied. */
  readonly exact: string;
  readonly testId: string;
}

function Row({ name, text, exact, testId }: RowProps) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className={classes.figure} data-testid={testId}>
        {text}
      </td>
      <td className={classes.copy}>
        <CopyButton text={exact} name={`${name} ${text}`} />
      </td>
    </tr>
  );
}

/** Tab-separated, as a spreadsheet takes it: metres and degrees, then the sums. */
function asTable({ segments, lengthMeters, areaSquareMeters }: MeasuredPath): string {
  const rows = segments.map(({ lengthMeters: length, bearingDegrees }, index) =>
    [index + 1, length.toFixed(2), bearingDegrees.toFixed(2)].join('\t'),
  );
  const area = areaSquareMeters === undefined ? [] : [`m²\t${areaSquareMeters.toFixed(2)}`];
  return ['#\tm\t°', ...rows, `Σ\t${lengthMeters.toFixed(2)}`, ...area].join('\n');
}
