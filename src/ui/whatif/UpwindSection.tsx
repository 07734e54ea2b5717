/** Which sources lie upwind of every station, and of the hotspot last selected: how far, how large, whose. */
import { ActionIcon, Checkbox, NumberInput, Select, Tooltip } from '@mantine/core';
import { IconChevronDown, IconChevronRight, IconFocusCentered } from '@tabler/icons-react';
import { useState } from 'react';
import type { UpwindPlace, UpwindSource } from '../../checks/around-types.ts';
import { subjectKey } from '../../core/subject.ts';
import { formatArea, formatBearing, formatCount, formatLength } from '../../i18n/format.ts';
import type { RulePack } from '../../model/rule-pack.ts';
import { thresholdsInForce } from '../../rules/thresholds.ts';
import { useApp, useCommands, useTexts, useView, useWorkspace } from '../app-context.tsx';
import { SubjectLink } from '../feature/SubjectLink.tsx';
import { fieldOf, titleOf, unitOf } from '../store/layer-features.ts';
import { changeWhatIf } from '../store/view-store.ts';
import { useSectors } from './use-sectors.ts';
import { useUpwind } from './use-upwind.ts';
import classes from './whatif.module.css';

/** Rings in use around stations; none of them is prescribed. */
const REACHES_METERS = [500, 1000, 3000, 4000, 5000];
const MOST_SHOWN = 30;
const SQUARE_METERS_PER_HECTARE = 10_000;

export function UpwindSection({ pack }: { pack: RulePack }) {
  const { t } = useTexts();
  const { view } = useApp();
  const { reachMeters, minAreaSquareMeters, onlyOpenSoil } = useView((state) => state.whatIf);
  const thresholds = thresholdsInForce(pack);
  const reach = reachMeters ?? thresholds.hotspotSourceReachMeters;
  const { places, isCalm } = useUpwind(reach, thresholds.upwindSectorDegrees);
  const [open, setOpen] = useState<string>();
  const shown = places.find(({ subject }) => subjectKey(subject) === open) ?? (open === '' ? undefined : places[0]);
  useSectors(places, shown);
  const reaches = [...new Set([...REACHES_METERS, thresholds.hotspotSourceReachMeters, reach])].sort((a, b) => a - b);
  return (
    <section className={classes.section} aria-label={t('whatif.upwind')}>
      <h3 className={classes.title}>{t('whatif.upwind')}</h3>
      <p className={classes.screening}>{t('whatif.screening', { degrees: thresholds.upwindSectorDegrees })}</p>
      <div className={classes.filters}>
        <Select
          label={t('whatif.upwind.reach')}
          description={t(reachMeters === undefined ? 'whatif.upwind.reachOfPack' : 'whatif.upwind.reachOwn')}
          data={reaches.map((meters) => ({ value: String(meters), label: formatLength(meters) }))}
          value={String(reach)}
          onChange={(value) => changeWhatIf(view, { reachMeters: Number(value) })}
          allowDeselect={false}
          data-testid="upwind-reach"
        />
        <NumberInput
          label={t('whatif.upwind.minArea')}
          description={t('whatif.upwind.minAreaHint')}
          value={minAreaSquareMeters / SQUARE_METERS_PER_HECTARE}
          onChange={(value) =>
            changeWhatIf(view, {
              minAreaSquareMeters: typeof value === 'number' ? value * SQUARE_METERS_PER_HECTARE : 0,
            })
          }
          min={0}
          step={0.5}
          decimalScale={2}
          data-testid="upwind-area"
        />
      </div>
      <Checkbox
        label={t('whatif.upwind.openSoil')}
        checked={onlyOpenSoil}
        onChange={(event) => changeWhatIf(view, { onlyOpenSoil: event.currentTarget.checked })}
        data-testid="upwind-soil"
      />
      {isCalm && <p className={classes.note}>{t('whatif.upwind.calm')}</p>}
      {!isCalm && places.length === 0 && <p className={classes.note}>{t('whatif.upwind.noPlace')}</p>}
      {places.map((place) => (
        <PlaceItem
          key={subjectKey(place.subject)}
          place={place}
          isOpen={place === shown}
          onToggle={() => setOpen(place === shown ? '' : subjectKey(place.subject))}
        />
      ))}
      <p className={classes.note}>{t('whatif.upwind.hint')}</p>
    </section>
  );
}

function PlaceItem({ place, isOpen, onToggle }: { place: UpwindPlace; isOpen: boolean; onToggle: () => void }) {
  const { t, language } = useTexts();
  const { zoomToBounds } = useCommands();
  const features = useWorkspace((state) => state.features);
  const { subject, sources, count, areaSquareMeters } = place;
  return (
    <div data-testid="upwind-place" data-feature={subject.feature}>
      <div className={classes.placeHead}>
        <button type="button" className={classes.demand} aria-expanded={isOpen} onClick={onToggle}>
          {isOpen ? <IconChevronDown size={14} /> : <IconChevronRight size={14} />}
          <span className={classes.name}>{titleOf(features, subject)}</span>
          <span data-testid="upwind-count">{t('whatif.upwind.count', { count })}</span>
        </button>
        <Tooltip label={t('app.zoomTo')}>
          <ActionIcon
            size={28}
            aria-label={t('whatif.upwind.zoom', { name: titleOf(features, subject) })}
            onClick={() => zoomToBounds(place.bounds)}
            data-testid="upwind-zoom"
          >
            <IconFocusCentered size={16} />
          </ActionIcon>
        </Tooltip>
      </div>
      {isOpen && (
        <div className={classes.list}>
          {count > 0 && (
            <p className={classes.note}>
              {t('whatif.upwind.total', { area: formatArea(areaSquareMeters, language, 'both') })}
            </p>
          )}
          {sources.slice(0, MOST_SHOWN).map((source, rank) => (
            <RankedSource key={subjectKey(source.subject)} source={source} rank={rank + 1} />
          ))}
          {count > MOST_SHOWN && (
            <p className={classes.note}>{t('whatif.upwind.more', { count: formatCount(count - MOST_SHOWN) })}</p>
          )}
        </div>
      )}
    </div>
  );
}

function RankedSource({ source, rank }: { source: UpwindSource; rank: number }) {
  const { t, language } = useTexts();
  const features = useWorkspace((state) => state.features);
  const { subject, areaSquareMeters, distanceMeters, bearingDegrees } = source;
  const detail = [
    ...(areaSquareMeters === undefined ? [] : [formatArea(areaSquareMeters, language, 'mu')]),
    formatLength(distanceMeters),
    formatBearing(bearingDegrees, language),
  ].join(' · ');
  const who = [unitOf(features, subject) ?? t('app.subject.noOwner'), fieldOf(features, subject, 'person')];
  return (
    <div className={classes.ranked} data-testid="upwind-source">
      <span className={classes.rank}>{rank}</span>
      <SubjectLink subject={subject} detail={detail} more={who.filter(Boolean).join(' · ')} />
    </div>
  );
}
