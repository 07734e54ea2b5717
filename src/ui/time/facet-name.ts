/** What a source, kind or confidence of hotspots is called. */
import type { Facet } from '../../checks/hotspots/hotspot-table.ts';
import type { Translate } from '../../i18n/translate.ts';

/** Words that the ledgers use beside ours stand as they are. */
export function facetName(facet: Facet, value: string, t: Translate): string {
  if (value === '') return t('time.facet.unstated');
  const key = facet === 'source' ? `source.${value}` : `time.${facet}.${value}`;
  const name = t(key);
  return name === key ? value : name;
}
