/** One cell of a grid, or one hexagon: its figures with the alarms that point at it, whose ground it is, and its hotspots one by one. */
import { Button, CloseButton, Tooltip } from '@mantine/core';
import { IconFocusCentered } from '@tabler/icons-react';
import { useState } from 'react';
import { formatDateTime } from '../../i18n/format.ts';
import { numberAt } from '../../model/feature-batch.ts';
import { useApp, useCommands, useTexts, useWorkspace } from '../app-context.tsx';
import { SubjectLink } from '../feature/SubjectLink.tsx';
import { OtherTargets } from '../feature/UnderPointerList.tsx';
import findings from '../findings/findings.module.css';
import { type FeaturesByLayer, fieldOf } from '../store/layer-features.ts';
import { type CellCard as Card, closeCell } from '../store/time-store.ts';
import { CellFacts } from './CellFacts.tsx';
import { facetName } from './facet-name.ts';
import { formatMeasured } from './format-measured.ts';
import { useGroundShares } from './use-ground-shares.ts';

const HOTSPOTS_AT_ONCE = 50;
const MOST_ZONES = 6;

export function CellCard({ card }: { card: Card }) {
  const { t } = useTexts();
  const { time } = useApp();
  const { zoomToBounds } = useCommands();
  return (
    <section className={findings.detail} data-testid="cell-card" aria-label={t(`time.cell.name.${card.drawing}`)}>
      <div className={findings.detailHead}>
        <h2 className={findings.name} style={{ margin: 0, fontSize: 'var(--mantine-font-size-lg)', fontWeight: 600 }}>
          {t(`time.cell.name.${card.drawing}`)}
        </h2>
        <Tooltip label={`${t('app.close')} (Esc)`}>
          <CloseButton aria-label={t('app.close')} onClick={() => closeCell(time)} data-testid="cell-close" />
        </Tooltip>
      </div>
      <div className={findings.detailBody}>
        <CellFacts card={card} />
        <Zones card={card} />
        {card.receptors.length > 0 && (
          <div className={findings.section}>
            <h3>{t('time.cell.receptors')}</h3>
            {card.receptors.map((subject) => (
              <SubjectLink key={`${subject.layer}/${subject.feature}`} subject={subject} />
            ))}
          </div>
        )}
        <Hotspots key={`${card.drawing} ${card.place.column} ${card.place.row}`} card={card} />
        <OtherTargets />
        <div className={findings.actions}>
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconFocusCentered size={15} />}
            onClick={() => zoomToBounds(card.bounds)}
          >
            {t('app.zoomTo')}
          </Button>
        </div>
      </div>
    </section>
  );
}

function Zones({ card: { ground, areaSquareMeters } }: { card: Card }) {
  const { t } = useTexts();
  const shares = useGroundShares(ground);
  const zones = (shares ?? []).filter(({ isLeaf }) => isLeaf);
  return (
    <div className={findings.section} data-testid="cell-zones">
      <h3>{t('time.cell.zones')}</h3>
      {shares && zones.length === 0 && <p>{t('time.cells.noZone')}</p>}
      {zones.slice(0, MOST_ZONES).map(({ zone, areaSquareMeters: own }) => (
        <Zone
          key={`${zone.layer}/${zone.feature}`}
          zone={zone}
          percent={Math.max(1, Math.round((100 * own) / areaSquareMeters))}
        />
      ))}
      {zones.length > MOST_ZONES && (
        <p className={findings.muted}>{t('time.footprint.more', { count: zones.length - MOST_ZONES })}</p>
      )}
    </div>
  );
}

function Zone({ zone, percent }: { zone: Card['hotspots'][number]; percent: number }) {
  const { t } = useTexts();
  const owner = useWorkspace(({ features }) => fieldOf(features, zone, 'owner'));
  return (
    <SubjectLink subject={zone} detail={t('time.cell.share', { percent, owner: owner ?? t('app.subject.noOwner') })} />
  );
}

function Hotspots({ card: { hotspots } }: { card: Card }) {
  const { t } = useTexts();
  const features = useWorkspace((state) => state.features);
  const [listed, setListed] = useState(HOTSPOTS_AT_ONCE);
  const left = hotspots.length - listed;
  return (
    <div className={findings.section} data-testid="cell-hotspots">
      <h3>{t('time.cell.hotspots', { count: hotspots.length })}</h3>
      {hotspots.slice(0, listed).map((subject) => (
        <SubjectLink
          key={`${subject.layer}/${subject.feature}`}
          subject={subject}
          detail={detailOf(subject, features, t)}
        />
      ))}
      {left > 0 && (
        <Button size="compact-sm" variant="subtle" onClick={() => setListed(listed + HOTSPOTS_AT_ONCE)}>
          {t('time.cell.more', { count: Math.min(left, HOTSPOTS_AT_ONCE), left })}
        </Button>
      )}
    </div>
  );
}

/** When, from where and how much, as far as it is stated. */
function detailOf(
  subject: Card['hotspots'][number],
  features: FeaturesByLayer,
  t: ReturnType<typeof useTexts>['t'],
): string {
  const found = features.get(subject.layer);
  const index = found?.indexOf(subject.feature);
  if (!found || index === undefined) return '';
  const instant = fieldOf(features, subject, 'time');
  const value = numberAt(found.batch, 'value', index);
  const unit = fieldOf(features, subject, 'unit') ?? '';
  return [
    instant && formatDateTime(instant),
    facetName('source', fieldOf(features, subject, 'source') ?? '', t),
    value !== undefined && `${formatMeasured(value)} ${unit}`.trim(),
  ]
    .filter(Boolean)
    .join(' · ');
}
