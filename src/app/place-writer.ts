/** The place under the pointer in the notation that the user chose; the words around it in the page's language. */
import { createNotationWriter, type PlaceNotation, zone3Of } from '../geo/place-notations.ts';
import type { Translate } from '../i18n/translate.ts';
import type { PlaceWriter } from '../map/map-types.ts';

/** Undefined for plain degrees, which the map writes by itself. Loads proj4 for the zones of CGCS2000. */
export async function createPlaceWriter(notation: PlaceNotation, t: Translate): Promise<PlaceWriter | undefined> {
  if (notation === 'decimal') return undefined;
  const { write } = await createNotationWriter(notation);
  return (place) => {
    const text = write(place);
    if (text === undefined) return t('inspect.readout.outside');
    if (notation === 'dms') return text;
    return `${t(`inspect.readout.${notation}`, { zone: zone3Of(place[0])?.zone ?? '' })} ${text}`;
  };
}
