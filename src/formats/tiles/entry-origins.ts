/** Which origins a base map asks, as far as can be said without asking it: what is told before it is used. */
import type { BaseMapEntry } from '../../model/base-map.ts';
import { TIANDITU_ORIGIN } from './tianditu.ts';
import { originsOf } from './tile-template.ts';

/** Empty for what is on this machine. A style or a WMTS may name further ones once it is read. */
export function originsOfEntry(entry: BaseMapEntry): readonly string[] {
  switch (entry.type) {
    case 'file':
      return [];
    case 'tianditu':
      return [TIANDITU_ORIGIN];
    case 'xyz':
      return originsOf(entry.template);
    case 'style':
    case 'wmts':
      return originsOf(entry.url);
  }
}
