/** A page to send, from what the panel knows: measures its zones and gathers the roads around them. */
import { localDay } from '../../core/local-day.ts';
import type { SnapSource } from '../../draw/draw-types.ts';
import { measureShape } from '../../draw/measure-shape.ts';
import { pathsOf } from '../../draw/zone-export.ts';
import { formatZonePage, type NamedLine, type PageOptions } from '../../draw/zone-page.ts';
import { geometryToGeoJson } from '../../geo/geometry-column.ts';
import type { Frame } from '../../geo/laea.ts';
import { formatArea, formatLength } from '../../i18n/format.ts';
import type { Language, Translate } from '../../i18n/translate.ts';
import { textAt } from '../../model/feature-batch.ts';
import type { EditedFeature } from '../../model/workspace.ts';

export interface PageRequest
  extends Pick<PageOptions, 'withPersonal' | 'knownFields' | 'title' | 'labelOf' | 'textOf'> {
  readonly features: readonly EditedFeature[];
  readonly frame: Frame;
  readonly roads: () => Iterable<SnapSource>;
  readonly t: Translate;
  readonly language: Language;
}

export async function makeZonePage({ features, frame, roads, t, language, ...common }: PageRequest): Promise<string> {
  const facts = new Map<string, (readonly [string, string])[]>();
  for (const { id, geometry } of features) {
    if (!geometry) continue;
    const { areaSquareMeters, lengthMeters } = await measureShape(geometry, frame);
    const size =
      areaSquareMeters === undefined ? [] : ([[t('draw.live.area'), formatArea(areaSquareMeters, language)]] as const);
    const length = t(areaSquareMeters === undefined ? 'measure.lengthMeters' : 'draw.live.perimeter');
    facts.set(id, [...size, ...(lengthMeters > 0 ? ([[length, formatLength(lengthMeters)]] as const) : [])]);
  }
  return formatZonePage(features, {
    ...common,
    language,
    factsOf: ({ id }) => facts.get(id) ?? [],
    roads: namedRoads(roads()),
    words: {
      corners: t('draw.page.corners'),
      number: t('draw.page.number'),
      longitude: t('draw.page.longitude'),
      latitude: t('draw.page.latitude'),
      foot: t('draw.page.foot', { date: localDay(new Date()) }),
    },
  });
}

function namedRoads(sources: Iterable<SnapSource>): NamedLine[] {
  return [...sources].flatMap(({ batch }) =>
    batch.ids.map((_, index): NamedLine => {
      const geometry = geometryToGeoJson(batch.geometry, index);
      return { name: textAt(batch, 'name', index) ?? '', paths: geometry ? pathsOf(geometry) : [] };
    }),
  );
}
