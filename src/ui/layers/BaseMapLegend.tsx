/** Which base map and pictures lie under the layers, with source and approval number: the legend's last lines. */
import { useApp, useBaseMaps, useSettings, useTexts } from '../app-context.tsx';
import classes from './layers.module.css';

export function BaseMapLegend() {
  const { t } = useTexts();
  const { view } = useApp();
  const chosen = useSettings(({ baseMap }) => baseMap);
  const entry = useBaseMaps(({ entries }) => entries.find(({ id }) => id === chosen));
  const pictures = useBaseMaps((state) => state.pictures);
  const isLaid = useBaseMaps(({ baseMap }) => baseMap.type !== 'none');
  const shown = pictures.filter(({ visible, placing }) => visible && placing);
  const name = isLaid ? (entry?.name ?? t('app.baseMap.local')) : t('app.baseMap.none');
  return (
    <div className={classes.ground} data-testid="base-map-legend">
      <button
        type="button"
        className={classes.groundName}
        onClick={() => view.setState({ panel: 'baseMaps', mode: 'browse' })}
      >
        {t('basemaps.legend', { name })}
      </button>
      {isLaid && entry?.attribution && <span>{entry.attribution}</span>}
      {isLaid && entry?.approvalNumber && (
        <span>
          {t('basemaps.approval')} {entry.approvalNumber}
        </span>
      )}
      {shown.toReversed().map((picture) => (
        <span key={picture.id}>
          {t('basemaps.legend.picture', { name: picture.name })}
          {picture.attribution && ` · ${picture.attribution}`}
        </span>
      ))}
    </div>
  );
}
