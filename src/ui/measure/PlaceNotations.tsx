/** One place in every notation, each to be copied; the chosen one is what the map writes under the pointer. */
import { Radio } from '@mantine/core';
import { useEffect, useState } from 'react';
import { PLACE_NOTATIONS, type PlaceNotation } from '../../geo/place-notation.ts';
import { createNotationWriter, zone3Of } from '../../geo/place-notations.ts';
import type { LonLat } from '../../model/lon-lat.ts';
import { useSettings, useTexts } from '../app-context.tsx';
import { CopyButton } from '../copying/CopyButton.tsx';
import classes from './measure.module.css';

export function PlaceNotations({ place }: { place: LonLat | undefined }) {
  const { t } = useTexts();
  const chosen = useSettings((settings) => settings.placeNotation);
  const change = useSettings((settings) => settings.change);
  const written = useWritten(place);
  const zone = place && zone3Of(place[0]);
  const detailOf = (notation: PlaceNotation) =>
    notation === 'zone3' && zone
      ? t('inspect.zone', { zone: zone.zone, meridian: zone.centralMeridian, code: zone.code })
      : t(`inspect.notation.${notation}.detail`);
  return (
    <Radio.Group
      value={chosen}
      onChange={(value) => change({ placeNotation: value as PlaceNotation })}
      label={t('inspect.notations')}
      description={t('inspect.notations.hint')}
      size="xs"
    >
      <ul className={classes.notations} aria-live="polite" data-testid="place-notations">
        {PLACE_NOTATIONS.map((notation) => {
          const text = place && written.get(notation);
          return (
            <li key={notation}>
              <Radio
                size="xs"
                value={notation}
                label={t(`inspect.notation.${notation}`)}
                description={detailOf(notation)}
                data-testid={`notation-${notation}`}
              />
              {place && (
                <span className={classes.place}>
                  <span data-testid={`place-${notation}`}>{text ?? t('inspect.readout.outside')}</span>
                  {text && <CopyButton text={text} name={t(`inspect.notation.${notation}`)} />}
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </Radio.Group>
  );
}

/** Zones come a moment later: their arithmetic is fetched when a place is first asked for. */
function useWritten(place: LonLat | undefined): ReadonlyMap<PlaceNotation, string> {
  const [written, setWritten] = useState<ReadonlyMap<PlaceNotation, string>>(new Map());
  useEffect(() => {
    if (!place) return undefined;
    let left = false;
    const write = async (notation: PlaceNotation) => {
      const text = (await createNotationWriter(notation)).write(place);
      return text === undefined ? [] : [[notation, text] as const];
    };
    void Promise.all(PLACE_NOTATIONS.map(write)).then((entries) => {
      if (!left) setWritten(new Map(entries.flat()));
    });
    return () => {
      left = true;
    };
  }, [place]);
  return written;
}
