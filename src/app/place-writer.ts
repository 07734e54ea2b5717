/** The place under the pointer in the notation that the user chose; the words around it in the page's language. */
import type { PlaceNotation } from '../geo/place-notation.ts';
import { createNotationWriter, zone3Of } from '../geo/place-notations.ts';
import type { Translate } from '../i18n/translate.ts';
import type { PlaceWriter } from '../map/map-types.ts';

/** Loads proj4 for the zones of CGCS2000. */
export async function createPlaceWriter(
  notation: Exclude<PlaceNotation, 'decimal'>,
  t: Translate,
): Promise<PlaceWriter> {
  const { write } = await createNotationWriter(notation);
  return (place) => {
    const text = write(place);
    if (text === undefined) return t('inspect.readout.outside');
    if (notation === 'dms') return text;
    return `${t(`inspect.readout.${notation}`, { zone: zone3Of(place[0])?.zone ?? '' })} ${text}`;
  };
}
