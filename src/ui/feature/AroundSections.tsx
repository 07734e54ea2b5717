/** What lies around a source: the routes that sweep near it, hotspots within a radius, and who would be hit. */
import { Select } from '@mantine/core';
import type { Neighbour, Surroundings } from '../../checks/around-types.ts';
import { subjectKey } from '../../core/subject.ts';
import { formatBearing, formatDateTime, formatLength } from '../../i18n/format.ts';
import { useTexts, useWorkspace } from '../app-context.tsx';
import classes from '../findings/findings.module.css';
import { fieldOf } from '../store/layer-features.ts';
import { SubjectLink } from './SubjectLink.tsx';

const RADII_METERS = [500, 1000, 3000, 5000];

export interface AroundProps {
  readonly around: Surroundings;
  readonly radiusMeters: number;
  onRadius(meters: number): void;
}

export function AroundSections({ around, radiusMeters, onRadius }: AroundProps) {
  const { t } = useTexts();
  const { routes, hotspots, receptors } = around;
  return (
    <>
      <div className={classes.section} data-testid="near-routes">
        <h3>{t('whatif.routes')}</h3>
        {routes.length === 0 && <p>{t('whatif.routes.none')}</p>}
        {routes.map((route) => (
          <RouteLine key={subjectKey(route.subject)} route={route} />
        ))}
      </div>
      <div className={classes.section} data-testid="near-hotspots">
        <h3>{t('whatif.hotspots')}</h3>
        <Select
          size="xs"
          label={t('whatif.hotspots.radius')}
          data={RADII_METERS.map((meters) => ({ value: String(meters), label: formatLength(meters) }))}
          value={String(radiusMeters)}
          onChange={(value) => onRadius(Number(value))}
          allowDeselect={false}
        />
        <p data-testid="hotspot-count">{t('whatif.hotspots.count', { count: hotspots.count })}</p>
        {hotspots.newest && <NewestLine newest={hotspots.newest} />}
        {hotspots.nearest.map((hotspot) => (
          <SeenLine key={subjectKey(hotspot.subject)} neighbour={hotspot} />
        ))}
      </div>
      <div className={classes.section} data-testid="near-receptors">
        <h3>{t('whatif.receptors')}</h3>
        {receptors.length === 0 && <p>{t('whatif.receptors.none')}</p>}
        {receptors.map((receptor) => (
          <SeenLine key={subjectKey(receptor.subject)} neighbour={receptor} />
        ))}
      </div>
    </>
  );
}

function RouteLine({ route }: { route: Surroundings['routes'][number] }) {
  const { t } = useTexts();
  const features = useWorkspace((state) => state.features);
  const passes = fieldOf(features, route.subject, 'passesPerDay');
  const detail = [
    formatLength(route.distanceMeters),
    passes === undefined ? '' : t('whatif.routes.passes', { passes }),
    fieldOf(features, route.subject, 'operator') ?? t('app.subject.noOwner'),
    route.qualifies ? '' : t('whatif.routes.unqualified'),
  ];
  return <SubjectLink subject={route.subject} detail={detail.filter(Boolean).join(' · ')} />;
}

function NewestLine({ newest }: { newest: Neighbour }) {
  const { t } = useTexts();
  const time = useWorkspace((state) => fieldOf(state.features, newest.subject, 'time'));
  const bearing = useBearing(newest);
  return <p>{t('whatif.hotspots.newest', { time: formatDateTime(time ?? ''), where: bearing })}</p>;
}

function SeenLine({ neighbour }: { neighbour: Neighbour }) {
  const { t } = useTexts();
  const kind = useWorkspace((state) => fieldOf(state.features, neighbour.subject, 'kind'));
  const time = useWorkspace((state) => fieldOf(state.features, neighbour.subject, 'time'));
  const where = useBearing(neighbour);
  const known = kind !== undefined && t(`kind.${kind}`) !== `kind.${kind}` ? t(`kind.${kind}`) : kind;
  const detail = [known, where, time && formatDateTime(time)].filter(Boolean).join(' · ');
  return <SubjectLink subject={neighbour.subject} detail={detail} />;
}

/** `350 m · 北（12°）` */
function useBearing({ distanceMeters, bearingDegrees }: Neighbour): string {
  const { language } = useTexts();
  return `${formatLength(distanceMeters)} · ${formatBearing(bearingDegrees, language)}`;
}
