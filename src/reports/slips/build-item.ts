/** One finding as its slip tells it: words, measures, places, whose it is. Knows no numbers and no deadlines. */
import { fromWgs84 } from '../../geo/datum.ts';
import { explainFinding, explainSuggestion } from '../../i18n/explain.ts';
import type { FeatureLookup } from '../../model/feature-lookup.ts';
import type { Finding } from '../../model/findings.ts';
import type { WorkspaceDocument } from '../../model/workspace.ts';
import { citeRule } from '../cite-rule.ts';
import { nameSubjects } from '../findings-table.ts';
import { listMeasures } from '../list-measures.ts';
import type { PathZone } from '../zone-path.ts';
import type { SlipItem, SlipPeople, SlipPicture } from './slip.ts';
import type { SlipOptions } from './slip-options.ts';
import type { FindingPhotos } from './slip-photos.ts';

/** What all slips of one call share. */
export interface SlipFrame {
  readonly document: WorkspaceDocument;
  readonly lookup: FeatureLookup;
  readonly options: SlipOptions;
  readonly issued: string;
  readonly photosOf: (finding: Finding) => FindingPhotos;
}

export interface PlacedFinding {
  readonly finding: Finding;
  /** Looked up when it is first asked for. */
  readonly path: () => readonly PathZone[];
}

/** Undefined where no street holds the place. */
export const streetOf = (path: readonly PathZone[]) => path.find(({ level }) => level === 'street');

/** O(subjects + zones). */
export function buildItem(
  { document, lookup, options, photosOf }: SlipFrame,
  { finding, path: findPath }: PlacedFinding,
): SlipItem {
  const path = findPath();
  const { translate, language } = options;
  const { subjects, at } = finding;
  const firstOf = (field: string) => findFirst(subjects, (subject) => lookup.fieldOf(subject, field));
  const describe = (subject: (typeof subjects)[number]) => ({
    layerTitle: lookup.layerOf(subject)?.title,
    name: lookup.fieldOf(subject, 'name'),
  });
  const suggestion = explainSuggestion(finding, translate);
  const address = firstOf('address');
  const street = streetOf(path)?.name;
  const map = options.mapOf?.(finding);
  const photos = photosOf(finding);
  const pictures = (all: readonly Uint8Array[], key: string) =>
    all.map((bytes): SlipPicture => ({ bytes, description: translate(key, { id: finding.id }) }));
  return {
    findingId: finding.id,
    rule: finding.rule,
    ruleName: translate(`rule.${finding.rule}`),
    sentence: explainFinding(finding, translate),
    ...(suggestion !== undefined && { suggestion }),
    basis: citeRule(finding, document.rulePack, translate, language),
    subjects: nameSubjects(subjects, { translate, describe }),
    units: [
      ...new Set(
        subjects.flatMap((subject) => lookup.fieldOf(subject, 'owner') ?? lookup.fieldOf(subject, 'operator') ?? []),
      ),
    ],
    people: options.withPersonal ? readPeople(lookup, subjects, path) : {},
    ...(address !== undefined && { address }),
    ...(street !== undefined && { street }),
    zones: path.map(({ name }) => name),
    measures: listMeasures(finding.measures, translate, language),
    at,
    gcj02: fromWgs84('gcj02', at[0], at[1]),
    ...(map && { map }),
    photosBefore: pictures(photos.before, 'slips.photoBefore'),
    photosAfter: pictures(photos.after, 'slips.photoAfter'),
  };
}

/** Of one and the same feature each, the first that names a person; the leader of the features, else of the finest zone with one. */
export function readPeople(
  lookup: FeatureLookup,
  subjects: Finding['subjects'],
  path: readonly PathZone[],
): SlipPeople {
  const zones = path.map(({ subject }) => subject).reverse();
  const own = findPerson(lookup, subjects);
  const zone = findPerson(lookup, zones);
  const leader = findFirst([...subjects, ...zones], (subject) => lookup.fieldOf(subject, 'leader'));
  return {
    ...own,
    ...(zone.person !== undefined && { zonePerson: zone.person }),
    ...(zone.phone !== undefined && { zonePhone: zone.phone }),
    ...(leader !== undefined && { leader }),
  };
}

function findPerson(lookup: FeatureLookup, subjects: Finding['subjects']): Pick<SlipPeople, 'person' | 'phone'> {
  const named = subjects.find((subject) => lookup.fieldOf(subject, 'person') !== undefined);
  const person = named && lookup.fieldOf(named, 'person');
  const phone = named && lookup.fieldOf(named, 'phone');
  return { ...(person !== undefined && { person }), ...(phone !== undefined && { phone }) };
}

function findFirst<T, R>(items: readonly T[], read: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = read(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
