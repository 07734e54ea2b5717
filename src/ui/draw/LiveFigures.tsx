/** What the draft takes in, while it is drawn. The rows stay where they are; only numbers change. */
import type { ProbeResult } from '../../checks/session-types.ts';
import { type Subject, subjectKey } from '../../core/subject.ts';
import type { SharedGround } from '../../draw/overlay-tools.ts';
import { formatArea, formatCount, formatLength, formatTonnesPerYear } from '../../i18n/format.ts';
import { SOURCE_KINDS, type SourceKind, type ZoneKind } from '../../model/kinds.ts';
import { useTexts } from '../app-context.tsx';
import classes from './draw.module.css';
import { widthsByZone } from './use-live-marks.ts';

const SHOWN_COLLISIONS = 5;

interface LiveFiguresProps {
  readonly kind: ZoneKind;
  readonly probe: ProbeResult | undefined;
  readonly probing: boolean;
  readonly vertices: number;
  /** The collisions as shapes; they come a moment after the figures. */
  readonly shared: readonly SharedGround[];
  readonly nameOf: (zone: Subject) => string;
}

export function LiveFigures({ kind, probe, probing, vertices, shared, nameOf }: LiveFiguresProps) {
  const { t, language } = useTexts();
  const dash = '—';
  const sources = SOURCE_KINDS.map((kind) => ({ kind, count: probe?.sourcesInside[kind] ?? 0 }));
  const inside = sources.reduce((sum, { count }) => sum + count, 0);
  const collisions = probe?.collisions ?? [];
  const widths = widthsByZone(shared);
  const tonnesOf = (kind: SourceKind) => {
    const range = probe?.pm10Tonnes[kind];
    return range && formatTonnesPerYear(...range, language);
  };
  return (
    <section className={classes.section} data-testid="live-figures" aria-label={t('draw.live')}>
      <dl className={`${classes.numbers} ${probing && !probe ? classes.stale : ''}`}>
        <dt>{t('draw.live.area')}</dt>
        <dd data-testid="live-area">{probe ? formatArea(probe.areaSquareMeters, language) : dash}</dd>
        <dt>{t('draw.live.perimeter')}</dt>
        <dd>{probe ? formatLength(probe.perimeterMeters) : dash}</dd>
        <dt>{t('draw.live.roads')}</dt>
        <dd data-testid="live-roads">{probe ? formatLength(probe.roadMeters) : dash}</dd>
        <dt>{t('draw.live.sources')}</dt>
        <dd data-testid="live-sources">{probe ? formatCount(inside) : dash}</dd>
        {sources
          .filter(({ count }) => count > 0)
          .map(({ kind, count }) => (
            <KindRow key={kind} name={t(`kind.${kind}`)} count={count} tonnes={tonnesOf(kind)} />
          ))}
        <dt>{t('draw.live.openSoil')}</dt>
        <dd className={probe && probe.untreatedSoil > 0 ? classes.bad : undefined}>
          {probe ? t('draw.live.openSoilValue', { count: probe.untreatedSoil }) : dash}
        </dd>
        <dt>{t(kind === 'patrolZone' ? 'draw.live.newlyCovered' : 'draw.live.newlyAssigned')}</dt>
        <dd className={probe && probe.newlyCovered.length > 0 ? classes.good : undefined} data-testid="live-covered">
          {probe ? t('draw.live.newlyCoveredValue', { count: probe.newlyCovered.length }) : dash}
        </dd>
        <dt>{t('draw.live.still')}</dt>
        <dd data-testid="live-still">
          {probe ? t('draw.live.stillValue', { count: probe.stillUncoveredCount }) : dash}
        </dd>
        <dt>{t('draw.live.collisions')}</dt>
        <dd className={collisions.length > 0 ? classes.bad : undefined} data-testid="live-collisions">
          {probe ? (collisions.length === 0 ? t('draw.live.noCollisions') : formatCount(collisions.length)) : dash}
        </dd>
        {collisions.slice(0, SHOWN_COLLISIONS).map(({ zone, owner, areaSquareMeters }) => {
          const overlapMeters = widths.get(subjectKey(zone));
          return (
            <dd key={subjectKey(zone)} className={classes.across} data-testid="live-collision">
              <div className={classes.collision}>
                <span className={classes.rowName}>{nameOf(zone)}</span>
                <strong>{formatArea(areaSquareMeters, language, 'short')}</strong>
                <span className={`${classes.rowName} ${classes.hint}`}>{owner ?? t('draw.zones.noOwner')}</span>
                <span className={classes.hint}>
                  {overlapMeters === undefined ? '' : t('draw.live.width', { overlapMeters })}
                </span>
              </div>
            </dd>
          );
        })}
        {collisions.length > SHOWN_COLLISIONS && (
          <dd className={classes.across}>{t('draw.live.more', { count: collisions.length - SHOWN_COLLISIONS })}</dd>
        )}
      </dl>
      {!probe && vertices < 3 && <p className={classes.hint}>{t('draw.live.waiting')}</p>}
    </section>
  );
}

function KindRow({ name, count, tonnes }: { name: string; count: number; tonnes: string | undefined }) {
  const { t } = useTexts();
  return (
    <>
      <dt>· {name}</dt>
      <dd>
        {formatCount(count)}
        {tonnes && (
          <div className={classes.hint} title={t('draw.live.tonnes')}>
            PM10 {tonnes}
          </div>
        )}
      </dd>
    </>
  );
}
