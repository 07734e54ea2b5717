/** The big numbers of the scene. */
import type { SceneNumber } from '../../../briefing/scene-numbers.ts';
import { formatArea } from '../../../i18n/format.ts';
import { useTexts } from '../../app-context.tsx';
import classes from './stage.module.css';

export function StageNumbers({ numbers }: { readonly numbers: readonly SceneNumber[] }) {
  const { t, language } = useTexts();
  return (
    <dl className={classes.callouts} data-room="numbers">
      {numbers.map(({ rule, count, areaSquareMeters }) => (
        <div key={rule} className={classes.callout} data-testid={`stage-number-${rule}`}>
          <dt>{t(`rule.${rule}`)}</dt>
          <dd>
            {t('briefing.number.count', { count })}
            {areaSquareMeters !== undefined && areaSquareMeters > 0 && (
              <small>{formatArea(areaSquareMeters, language, 'short')}</small>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
