/** Whose a source is: its zones of both kinds with their share, owner, person and leader; phones where they are asked for. */
import type { Surroundings } from '../../checks/around-types.ts';
import { subjectKey } from '../../core/subject.ts';
import { formatFraction } from '../../i18n/format.ts';
import { ZONE_KINDS } from '../../model/kinds.ts';
import { useTexts, useWorkspace } from '../app-context.tsx';
import classes from '../findings/findings.module.css';
import { fieldOf, unitOf } from '../store/layer-features.ts';
import { SubjectLink } from './SubjectLink.tsx';

export function ZoneShares({ around, showPhone }: { around: Surroundings; showPhone: boolean }) {
  const { t } = useTexts();
  const features = useWorkspace((state) => state.features);
  const zones = ZONE_KINDS.flatMap((kind) => around.coverage[kind].zones.map((zone) => ({ ...zone, kind })));
  if (zones.length === 0) return <p>{t('whatif.zones.none')}</p>;
  return zones.map(({ subject, fraction, kind }) => {
    const of = (field: string) => fieldOf(features, subject, field);
    const level = of('level');
    const [leader, phone] = [of('leader'), of('phone')];
    const place = kind === 'patrolZone' ? t(`kind.${kind}`) : level && t(`level.${level}`);
    const detail = [place, formatFraction(fraction), unitOf(features, subject) ?? t('app.subject.noOwner')];
    const people = [of('person'), leader && t('whatif.leader', { leader })];
    return (
      <div key={subjectKey(subject)} data-testid="zone-share">
        <SubjectLink
          subject={subject}
          detail={detail.filter(Boolean).join(' · ')}
          more={people.filter(Boolean).join(' · ')}
        />
        {showPhone && phone && (
          <div className={classes.muted} data-testid="zone-phone">
            {t('whatif.phone', { phone })}
          </div>
        )}
      </div>
    );
  });
}
