/**
 * The slips of a check: one per open finding, or one per street with its findings. Exceptions, joint duties and
 * what a case says is settled get none. Knows no layout and no file.
 */
import { fromWgs84 } from '../../geo/datum.ts';
import { explainFinding, explainSuggestion } from '../../i18n/explain.ts';
import type { Language, Translate } from '../../i18n/translate.ts';
import { listClosed } from '../../model/cases.ts';
import { createFeatureLookup, type FeatureLookup } from '../../model/feature-lookup.ts';
import type { CheckResult, Finding, RuleId } from '../../model/findings.ts';
import type { WorkspaceDocument } from '../../model/workspace.ts';
import { citeRule } from '../cite-rule.ts';
import { nameSubjects } from '../findings-table.ts';
import { listMeasures } from '../list-measures.ts';
import type { Slip, SlipItem, SlipKind, SlipPeople, SlipPicture } from './slip.ts';
import { addDays, findDay } from './slip-days.ts';
import { createZonePath, listStreets, type PathZone } from './zone-path.ts';

export interface SlipOptions {
  readonly translate: Translate;
  readonly language: Language;
  /** Default `assignment`. */
  readonly kind?: SlipKind;
  /** Default `finding`. */
  readonly per?: 'finding' | 'street';
  /** Calendar days from the check's `asOf` to the deadline. */
  readonly deadlineDays: number;
  /** Names and telephone numbers of people; default false. */
  readonly withPersonal?: boolean;
  readonly rules?: readonly RuleId[];
  /** A street's name or id: only findings whose place lies in it. */
  readonly street?: string;
  /** Ids of findings. */
  readonly ids?: readonly string[];
  readonly mapOf?: (finding: Finding) => SlipPicture | undefined;
}

/** What all slips of one call share. */
interface SlipFrame {
  readonly document: WorkspaceDocument;
  readonly lookup: FeatureLookup;
  readonly options: SlipOptions;
  readonly issued: string;
}

interface PlacedFinding {
  readonly finding: Finding;
  readonly path: readonly PathZone[];
}

/** Where a check has no date at all. */
const NO_DAY = '1970-01-01';

/**
 * In the order of the findings (priority, then severity), or of the streets in the workspace; what no street
 * holds comes last. Serial numbers count all open findings (or streets with some) of the check, before any
 * filter: two slips of one check never share a number, whoever asks for which. Empty where nothing is open.
 * O(findings × zones).
 */
export function buildSlips(document: WorkspaceDocument, result: CheckResult, options: SlipOptions): Slip[] {
  const frame = {
    document,
    options,
    lookup: createFeatureLookup(document),
    issued: findDay(result.asOf) ?? NO_DAY,
  };
  const pathOf = createZonePath(document);
  const open: PlacedFinding[] = result.findings
    .filter(({ status }) => status === 'open')
    .map((finding) => ({ finding, path: pathOf(finding.at) }));
  const closed = listClosed(document);
  const fits = createFilter(options);
  const accepts: Accepts = (placed) => !closed.has(placed.finding.id) && fits(placed);
  return options.per === 'street' ? perStreet(frame, open, accepts) : perFinding(frame, open, accepts);
}

type Accepts = (placed: PlacedFinding) => boolean;

function createFilter({ rules, street, ids }: SlipOptions): Accepts {
  return ({ finding, path }) => {
    if (rules && !rules.includes(finding.rule)) return false;
    if (ids && !ids.includes(finding.id)) return false;
    if (street === undefined) return true;
    const found = streetOf(path);
    return found !== undefined && (found.name === street || found.subject.feature === street);
  };
}

function perFinding(frame: SlipFrame, open: readonly PlacedFinding[], accepts: Accepts): Slip[] {
  return open.flatMap((placed, index) => {
    if (!accepts(placed)) return [];
    const item = buildItem(frame, placed);
    const { street, units, people } = item;
    return [{ ...head(frame, index + 1), of: 'finding', ...(street && { street }), units, people, items: [item] }];
  });
}

function perStreet(frame: SlipFrame, open: readonly PlacedFinding[], accepts: Accepts): Slip[] {
  const { lookup, options } = frame;
  const groups = new Map<PathZone | undefined, PlacedFinding[]>();
  const byId = new Map(listStreets(frame.document).map((street) => [idOf(street), street]));
  for (const street of byId.values()) groups.set(street, []);
  groups.set(undefined, []);
  for (const placed of open) {
    const street = streetOf(placed.path);
    groups.get(street && byId.get(idOf(street)))?.push(placed);
  }
  const used = [...groups].filter(([, group]) => group.length > 0);
  return used.flatMap(([street, group], index) => {
    const items = group.filter(accepts).map((placed) => buildItem(frame, placed));
    if (items.length === 0) return [];
    const owner = street && lookup.fieldOf(street.subject, 'owner');
    const units = owner === undefined ? [...new Set(items.flatMap((item) => item.units))] : [owner];
    const people = street && options.withPersonal ? readPeople(lookup, [street.subject], []) : {};
    return [{ ...head(frame, index + 1), of: 'street', ...(street && { street: street.name }), units, people, items }];
  });
}

const idOf = ({ subject }: PathZone) => `${subject.layer}/${subject.feature}`;
const streetOf = (path: readonly PathZone[]) => path.find(({ level }) => level === 'street');

function head({ options, issued }: SlipFrame, number: number) {
  const [year = '', month = ''] = issued.split('-');
  const serial = String(number).padStart(3, '0');
  return {
    kind: options.kind ?? 'assignment',
    number: `${year}-${month}-${serial}`,
    year,
    month,
    serial,
    issued,
    deadline: addDays(issued, options.deadlineDays),
  };
}

function buildItem({ document, lookup, options }: SlipFrame, { finding, path }: PlacedFinding): SlipItem {
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
  };
}

/** Of one and the same feature each, the first that names a person; the leader of the features, else of the finest zone with one. */
function readPeople(lookup: FeatureLookup, subjects: Finding['subjects'], path: readonly PathZone[]): SlipPeople {
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
