/** What the keys do, on the wall itself: nobody reads a manual in a meeting. */
import { LONGEST_LINE, neededHeightMeters } from '../../../briefing/wall-type.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { useTexts } from '../../app-context.tsx';
import classes from './stage.module.css';

const KEYS = [
  ['→ ←', 'turn'],
  ['1–9', 'number'],
  ['G', 'list'],
  ['B W', 'cover'],
  ['L', 'laser'],
  ['S', 'spotlight'],
  ['M', 'magnifier'],
  ['Tab', 'another'],
  ['P', 'people'],
  ['R', 'return'],
  ['N', 'presenter'],
  ['T', 'timer'],
  ['F', 'fullScreen'],
  ['Esc', 'back'],
] as const;

const DISTANCE_METERS = 8;

export function StageHelp() {
  const { t } = useTexts();
  return (
    <div className={classes.panel} role="dialog" aria-label={t('stage.help')} data-testid="stage-help">
      <h2>{t('stage.help')}</h2>
      <dl className={classes.keys}>
        {KEYS.map(([keys, name]) => (
          <div key={name}>
            <dt>{keys}</dt>
            <dd>{t(`stage.key.${name}`)}</dd>
          </div>
        ))}
      </dl>
      <p>
        {t('stage.typeRule', {
          characters: LONGEST_LINE,
          height: formatNumber(neededHeightMeters(DISTANCE_METERS), 1),
          distance: DISTANCE_METERS,
        })}
      </p>
    </div>
  );
}
