/** From what is written in the form to a base map, or to what is wrong with it. */
import { fail, ok, type Result } from '../../core/result.ts';
import type { TiandituSet } from '../../formats/tiles/tianditu.ts';
import { originsOf, parseTileTemplate } from '../../formats/tiles/tile-template.ts';
import type { NewBaseMap } from '../commands.ts';

export interface NetworkFields {
  readonly address: string;
  readonly name: string;
  readonly datum: 'wgs84' | 'gcj02';
  readonly maxZoom: number;
  readonly set: TiandituSet;
  readonly hasAnnotation: boolean;
  readonly key: string;
}

export const EMPTY_FIELDS: NetworkFields = {
  address: '',
  name: '',
  datum: 'wgs84',
  maxZoom: 18,
  set: 'vec',
  hasAnnotation: true,
  key: '',
};

/** Fails with `basemap-template…` or `basemap-address`. @param titleOf names a set of 天地图. */
export function draftOf(
  type: NewBaseMap['type'],
  fields: NetworkFields,
  titleOf: (set: TiandituSet) => string,
): Result<NewBaseMap> {
  const named = (address: string) => ({
    name: fields.name.trim() || (originsOf(address)[0] ?? address).replace(/^https?:\/\//u, ''),
    attribution: '',
    approvalNumber: '',
  });
  switch (type) {
    case 'tianditu': {
      const { set, hasAnnotation } = fields;
      if (!/^[\w-]{8,}$/u.test(fields.key.trim())) return fail('basemap-tianditu-no-key');
      const credit = { attribution: '天地图', approvalNumber: '' };
      return ok({ type, set, hasAnnotation, name: titleOf(set), ...credit, muted: set === 'vec' });
    }
    case 'xyz': {
      const template = parseTileTemplate(fields.address);
      if (!template.ok) return template;
      const { datum, maxZoom } = fields;
      return ok({ type, template: template.value, datum, minZoom: 0, maxZoom, ...named(template.value), muted: true });
    }
    case 'wmts':
    case 'style': {
      const url = fields.address.trim();
      if (!/^https?:\/\/[^/\s]+\/\S*$/iu.test(url)) return fail('basemap-address');
      return ok({ type, url, ...named(url), muted: type === 'wmts' });
    }
  }
}
