/** Said before anything is asked of another host: whom, and what it learns. */
import { useBaseMaps, useTexts } from '../app-context.tsx';
import classes from './basemap.module.css';

export function NetworkNotice({ origins, sendsKey }: { origins: readonly string[]; sendsKey: boolean }) {
  const { t } = useTexts();
  const allowed = useBaseMaps((state) => state.allowedOrigins);
  const hosts = origins.join(t('app.separator'));
  const needsReload = origins.some((origin) => !allowed.includes(origin));
  return (
    <p className={classes.said} data-testid="network-notice">
      {t(sendsKey ? 'basemaps.network.key' : 'basemaps.network', { hosts })}
      {needsReload && ` ${t('basemaps.network.reload')}`}
    </p>
  );
}
