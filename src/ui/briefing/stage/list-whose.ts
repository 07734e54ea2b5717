/** The answer to "whose is that?" as lines: what it is, who answers for it, what was found. */
import type { Subject } from '../../../core/subject.ts';
import { formatArea, formatLength } from '../../../i18n/format.ts';
import type { Language } from '../../../i18n/language.ts';
import type { Translate } from '../../../i18n/make-translator.ts';
import { dutyOf } from '../../../model/common-duty.ts';
import type { CheckResult, Finding } from '../../../model/findings.ts';
import { isZoneKind } from '../../../model/kinds.ts';
import { maskName, maskPhone } from '../../../model/mask-personal.ts';
import { findingsOf } from '../../findings/findings-of.ts';
import { type FeaturesByLayer, fieldOf, titleOf, unitOf } from '../../store/layer-features.ts';
import type { Target } from '../../store/view-store.ts';

/** Whoever answers: for the thing itself, or for the ground that it is on. */
export interface Party {
  readonly key: string;
  /** In which role. */
  readonly role: string;
  readonly name: string;
  /** Undefined where the data name none. */
  readonly unit: string | undefined;
  readonly leader: string | undefined;
  readonly person: string | undefined;
  readonly phone: string | undefined;
}

export interface WhoseAnswer {
  /** Whether no party means that nobody is named. */
  readonly isKnown: boolean;
  readonly what: string;
  readonly name: string;
  readonly street: string | undefined;
  readonly parties: readonly Party[];
  readonly findings: readonly string[];
  readonly moreFindings: number;
  /** What a picture may belong to. */
  readonly subject: Subject | undefined;
}

export interface WhoseData {
  readonly features: FeaturesByLayer;
  readonly check: CheckResult | undefined;
  readonly findingById: ReadonlyMap<string, Finding>;
}

/** Zones at the place, where they are known. */
export interface Ground {
  /** The engine has answered: no zone means that there is none. */
  readonly isKnown: boolean;
  /** The finest ones, of every duty. */
  readonly grids: readonly Subject[];
  readonly street: Subject | undefined;
}

/** More would not fit the wall at a size that can be read from the last row. */
const MOST_PARTIES = 2;
const MOST_FINDINGS = 3;

/** Undefined where the target is not there any more. O(findings). */
export function listWhose(
  target: Target | undefined,
  ground: Ground,
  data: WhoseData,
  t: Translate,
  language: Language,
): WhoseAnswer | undefined {
  const { features, check, findingById } = data;
  const street = ground.street && titleOf(features, ground.street);
  const party = (subject: Subject, role: string): Party => {
    const of = (field: string) => fieldOf(features, subject, field) || undefined;
    return {
      key: `${subject.layer} ${subject.feature}`,
      role,
      name: titleOf(features, subject),
      unit: unitOf(features, subject) || undefined,
      leader: of('leader'),
      person: of('person'),
      phone: of('phone'),
    };
  };
  const grid = generalGrid(ground, features).map((zone) => party(zone, t('kind.responsibilityZone')));
  if (!target) {
    const what = t('stage.whose.ground');
    return {
      isKnown: ground.isKnown,
      what,
      name: '',
      street,
      parties: grid,
      findings: [],
      moreFindings: 0,
      subject: undefined,
    };
  }
  if (target.type === 'finding') {
    const finding = findingById.get(target.id);
    if (!finding) return undefined;
    const subjects = finding.subjects.filter(({ layer }) => features.has(layer));
    const parties = subjects.map((subject) => party(subject, kindOf(features, subject, t)));
    const known = parties.some(({ unit }) => unit) ? parties : [...parties, ...grid];
    return {
      isKnown: ground.isKnown,
      what: t(`rule.${finding.rule}`),
      name: measureOf(finding, t, language) ?? '',
      street,
      parties: withoutTwins(known).slice(0, MOST_PARTIES),
      findings: [],
      moreFindings: 0,
      subject: subjects[0],
    };
  }
  const { subject } = target;
  const kind = features.get(subject.layer)?.layer.kind;
  if (!kind) return undefined;
  const own = party(subject, t('stage.whose.own'));
  const saysWhose = own.unit ?? own.leader ?? own.person ?? own.phone;
  const all = isZoneKind(kind) ? [own] : saysWhose ? [own, ...grid] : grid;
  const found = findingsOf(check, subject).filter(({ status }) => status === 'open');
  return {
    isKnown: ground.isKnown,
    what: t(`kind.${kind}`),
    name: own.name,
    street: street === own.name ? undefined : street,
    parties: withoutTwins(all.length > 0 ? all : [own]),
    findings: found.slice(0, MOST_FINDINGS).map((finding) => shortFinding(finding, t, language)),
    moreFindings: Math.max(0, found.length - MOST_FINDINGS),
    subject,
  };
}

/** Of zones of several duties over one place the one of the duty that the street is of: the district as its readers know it. */
function generalGrid({ grids, street }: Ground, features: FeaturesByLayer): readonly Subject[] {
  const duty = (zone: Subject) => dutyOf(fieldOf(features, zone, 'duty'));
  const general = street && grids.find((grid) => duty(grid) === duty(street));
  return [general ?? grids[0]].filter((grid) => grid !== undefined);
}

function withoutTwins(parties: readonly Party[]): readonly Party[] {
  return parties.filter(({ key }, index) => parties.findIndex((other) => other.key === key) === index);
}

const kindOf = (features: FeaturesByLayer, { layer }: Subject, t: Translate) => {
  const kind = features.get(layer)?.layer.kind;
  return kind ? t(`kind.${kind}`) : '';
};

function shortFinding(finding: Finding, t: Translate, language: Language): string {
  const measure = measureOf(finding, t, language);
  const rule = t(`rule.${finding.rule}`);
  return measure ? t('stage.whose.finding', { rule, measure }) : rule;
}

/** The one number that says how much. */
function measureOf({ measures }: Finding, t: Translate, language: Language): string | undefined {
  const { uncoveredAreaSquareMeters, areaSquareMeters, lengthMeters, distanceMeters } = measures;
  if (uncoveredAreaSquareMeters !== undefined)
    return t('stage.whose.uncovered', { area: formatArea(uncoveredAreaSquareMeters, language, 'short') });
  if (areaSquareMeters !== undefined) return formatArea(areaSquareMeters, language, 'short');
  if (lengthMeters !== undefined) return formatLength(lengthMeters);
  return distanceMeters === undefined ? undefined : formatLength(distanceMeters);
}

/** People as they may stand before everyone; written out once somebody has asked for it. */
export function showPeople(party: Party, people: boolean): Pick<Party, 'leader' | 'person' | 'phone'> {
  if (people) return party;
  const { leader, person, phone } = party;
  return {
    leader: leader && maskName(leader),
    person: person && maskName(person),
    phone: phone && maskPhone(phone),
  };
}
