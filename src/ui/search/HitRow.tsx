/** One thing that was found, as an option of the list. */
import { IconBuilding, IconMapPin } from '@tabler/icons-react';
import { subjectKey } from '../../core/subject.ts';
import { formatCoordinates, formatCount } from '../../i18n/format.ts';
import type { Translate } from '../../i18n/translate.ts';
import { useTexts, useWorkspace } from '../app-context.tsx';
import { FindingSwatch, SubjectSwatch } from '../layers/SwatchIcon.tsx';
import classes from './search.module.css';
import type { SearchHit } from './use-go.ts';

interface HitRowProps {
  readonly id: string;
  readonly hit: SearchHit;
  readonly isActive: boolean;
  readonly onClick: () => void;
}

export function HitRow({ id, hit, isActive, onClick }: HitRowProps) {
  const { t } = useTexts();
  const count = useWorkspace((state) =>
    hit.type === 'rule' ? state.check?.summary.byRule[hit.rule]?.count : undefined,
  );
  const { title, detail } = wordsOf(hit, t);
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names its active option.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field takes the keys.
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      className={classes.row}
      data-active={isActive}
      onClick={onClick}
      // The field keeps the focus.
      onMouseDown={(event) => event.preventDefault()}
      data-testid="search-match"
    >
      {hit.type === 'feature' && <SubjectSwatch subject={hit.subject} />}
      {hit.type === 'rule' && <FindingSwatch rule={hit.rule} />}
      {hit.type === 'owner' && <IconBuilding size={18} className={classes.icon} />}
      {hit.type === 'place' && <IconMapPin size={18} className={classes.icon} />}
      <span className={classes.title}>{title}</span>
      <span className={classes.detail}>{detail}</span>
      {count !== undefined && <span className={classes.count}>{formatCount(count)}</span>}
    </div>
  );
}

export function wordsOf(hit: SearchHit, t: Translate): { readonly title: string; readonly detail: string } {
  switch (hit.type) {
    case 'feature':
      return { title: hit.title, detail: hit.detail };
    case 'owner':
      return { title: hit.owner, detail: t('app.search.owner') };
    case 'rule':
      return { title: t(`rule.${hit.rule}`), detail: '' };
    case 'place': {
      const { longitude, latitude, notation, isLatitudeFirst, centralMeridian, datum } = hit.place;
      const isZone = centralMeridian !== undefined;
      const order = t(
        `app.search.order.${isZone ? (isLatitudeFirst ? 'north' : 'east') : isLatitudeFirst ? 'latitude' : 'longitude'}`,
      );
      const read = t(`app.search.read.${notation}`, { meridian: centralMeridian ?? 0 });
      const parts = [read, ...(notation === 'wkt' ? [] : [order]), ...(isZone ? [] : [t(`datum.${datum}`)])];
      return { title: formatCoordinates(longitude, latitude), detail: parts.join(t('app.separator')) };
    }
  }
}

export function hitKey(hit: SearchHit): string {
  switch (hit.type) {
    case 'feature':
      return subjectKey(hit.subject);
    case 'owner':
      return `owner ${hit.owner}`;
    case 'rule':
      return `rule ${hit.rule}`;
    case 'place':
      return `place ${hit.place.longitude} ${hit.place.latitude} ${hit.place.notation}`;
  }
}
