/** On the card of a hotspot: the photo it came from, and whose ground the satellite's pixel lies on. */
import { useMemo } from 'react';
import type { GroundShare } from '../../checks/ground-shares.ts';
import type { Subject } from '../../core/subject.ts';
import { formatLength } from '../../i18n/format.ts';
import { numberAt } from '../../model/feature-batch.ts';
import { footprintOf } from '../../model/hotspot-footprint.ts';
import { useTexts, useWorkspace } from '../app-context.tsx';
import { SubjectLink } from '../feature/SubjectLink.tsx';
import findings from '../findings/findings.module.css';
import { titleOf } from '../store/layer-features.ts';
import classes from './time.module.css';
import { useGroundShares } from './use-ground-shares.ts';
import { usePhoto } from './use-photo.ts';

/** More are under a pixel of several kilometres: the largest parts say enough. */
const MOST_ZONES = 12;

export function HotspotSections({ subject }: { subject: Subject }) {
  return (
    <>
      <PhotoSection subject={subject} />
      <FootprintSection subject={subject} />
    </>
  );
}

function PhotoSection({ subject }: { subject: Subject }) {
  const { t } = useTexts();
  const features = useWorkspace((state) => state.features);
  const source = usePhoto(subject);
  if (!source) return null;
  return (
    <div className={findings.section} data-testid="photo">
      <h3>{t('time.photo.title')}</h3>
      <img className={classes.photo} src={source} alt={t('time.photo.alt', { name: titleOf(features, subject) })} />
    </div>
  );
}

function FootprintSection({ subject }: { subject: Subject }) {
  const { t } = useTexts();
  const found = useWorkspace((state) => state.features.get(subject.layer));
  const index = found?.indexOf(subject.feature);
  const pixel = useMemo(
    () => (found && index !== undefined ? footprintOf(found.batch, index) : undefined),
    [found, index],
  );
  const shares = useGroundShares(pixel);
  if (!pixel || !found || index === undefined) return null;
  const side = (field: string) => formatLength(numberAt(found.batch, field, index) ?? 0);
  const zones = villagesOf(shares ?? []);
  const total = (numberAt(found.batch, 'scanMeters', index) ?? 0) * (numberAt(found.batch, 'trackMeters', index) ?? 0);
  return (
    <div className={findings.section} data-testid="footprint">
      <h3>{t('time.footprint.title')}</h3>
      <p>{t('time.footprint.size', { scan: side('scanMeters'), track: side('trackMeters') })}</p>
      {shares && zones.length === 0 && <p>{t('time.footprint.none')}</p>}
      {zones.slice(0, MOST_ZONES).map(({ zone, areaSquareMeters }) => (
        <SubjectLink
          key={`${zone.layer} ${zone.feature}`}
          subject={zone}
          detail={t('time.footprint.share', { percent: Math.max(1, Math.round((100 * areaSquareMeters) / total)) })}
        />
      ))}
      {zones.length > MOST_ZONES && (
        <p className={findings.muted}>{t('time.footprint.more', { count: zones.length - MOST_ZONES })}</p>
      )}
      <p className={findings.muted}>{t('time.footprint.approximate')}</p>
    </div>
  );
}

/** Villages and communities where the zones have them, else the finest zones there are. */
function villagesOf(shares: readonly GroundShare[]): readonly GroundShare[] {
  const communities = shares.filter(({ level }) => level === 'community');
  return communities.length > 0 ? communities : shares.filter(({ isLeaf }) => isLeaf);
}
