/** What came in: layer by layer, with every record accounted for and the collisions that the check now finds. */
import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { formatCount } from '../../i18n/format.ts';
import { isZoneKind } from '../../model/kinds.ts';
import { useCommands, useImporting, useTexts, useWorkspace } from '../app-context.tsx';
import { ImportNotes } from './ImportNotes.tsx';
import classes from './importing.module.css';

export function ImportDone() {
  const { t } = useTexts();
  const { closeImport, zoomToLayer } = useCommands();
  const result = useImporting((state) => state.result);
  const overlaps = useWorkspace(
    (state) => state.check?.findings.filter(({ rule }) => rule === 'zone-overlap').length ?? 0,
  );
  const notes = useMemo(() => result?.layers.flatMap((layer) => layer.notes) ?? [], [result]);
  if (!result) return null;
  const { layers, records, features } = result;
  const hasZones = layers.some(({ layer }) => isZoneKind(layer.manifest.kind));
  return (
    <>
      <div className={classes.body} data-testid="import-done">
        <section className={classes.section}>
          <p style={{ margin: 0 }}>
            {t('importing.done.sum', {
              records: formatCount(records),
              features: formatCount(features),
              skipped: formatCount(records - features),
            })}
          </p>
          {hasZones && <p style={{ margin: '4px 0 0' }}>{t('importing.collisions', { count: overlaps })}</p>}
          <p className={classes.muted} style={{ margin: '4px 0 0' }}>
            {t('importing.done.undo')}
          </p>
        </section>
        <section className={classes.section}>
          {layers.map(({ id, layer, counts, replaces }) => (
            <div key={id} className={classes.footRow} style={{ padding: '4px 0' }}>
              <div className={classes.grow}>
                <strong>{layer.manifest.title ?? id}</strong>{' '}
                <span className={classes.muted}>{t(`kind.${layer.manifest.kind}`)}</span>
                <div className={classes.muted}>
                  {replaces
                    ? t('importing.done.counts', { ...counts })
                    : t('importing.merge.added', { count: counts.added })}
                </div>
              </div>
              <Button size="compact-xs" variant="default" onClick={() => zoomToLayer(id)}>
                {t('app.zoomTo')}
              </Button>
            </div>
          ))}
        </section>
        <ImportNotes notes={notes} fileName={layers[0]?.layer.manifest.title ?? 'import'} />
      </div>
      <div className={classes.foot}>
        <div className={classes.footRow}>
          <span className={classes.grow} />
          <Button size="xs" onClick={closeImport} data-testid="import-finished">
            {t('importing.close')}
          </Button>
        </div>
      </div>
    </>
  );
}
