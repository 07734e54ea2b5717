/** Zone by zone: how much ground now, how much after, and the difference. */
import type { ZoneAreaChange } from '../../checks/settle/settle-types.ts';
import { formatArea } from '../../i18n/format.ts';
import { useTexts } from '../app-context.tsx';
import classes from './settle.module.css';

export function AreaChanges({ zones, max = zones.length }: { zones: readonly ZoneAreaChange[]; max?: number }) {
  const { t, language } = useTexts();
  return (
    <table className={classes.changes} data-testid="area-changes">
      <thead>
        <tr>
          <th scope="col">{t('settle.party.zone')}</th>
          <th scope="col">{t('settle.before')}</th>
          <th scope="col">{t('settle.after')}</th>
          <th scope="col">{t('settle.change')}</th>
        </tr>
      </thead>
      <tbody>
        {zones.slice(0, max).map(({ zone, name, owner, beforeSquareMeters, afterSquareMeters }) => {
          const change = afterSquareMeters - beforeSquareMeters;
          return (
            <tr key={`${zone.layer}/${zone.feature}`}>
              <td title={owner}>{name}</td>
              <td>{formatArea(beforeSquareMeters, language, 'short')}</td>
              <td>{formatArea(afterSquareMeters, language, 'short')}</td>
              <td>
                {change < 0 ? '−' : '+'}
                {formatArea(Math.abs(change), language, 'short')}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
