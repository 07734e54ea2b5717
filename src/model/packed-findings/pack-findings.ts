/** The sender's side: findings laid out as `layout.ts` says. */
import type { Subject } from '../../core/subject.ts';
import { GrowingArray } from '../../geo/growing-array.ts';
import { type Finding, type Measures, NUMBER_MEASURES, RULE_IDS, type RuleId, type Sentence } from '../findings.ts';
import { kindOf, NOTHING, type PackedFindings, type SentenceForm, STATUSES } from './layout.ts';

/** About as many as a finding has without candidates. */
const NUMBERS_OF_ONE = 40;

const RULE_PLACE: ReadonlyMap<RuleId, number> = new Map(RULE_IDS.map((rule, place) => [rule, place]));

type NumberMeasure = (typeof NUMBER_MEASURES)[number];

/** One read each: a name that is looked up in a loop costs as much as all that is beside it. */
const READER_OF: { readonly [name in NumberMeasure]: (measures: Measures) => number | undefined } = {
  areaSquareMeters: (measures) => measures.areaSquareMeters,
  uncoveredAreaSquareMeters: (measures) => measures.uncoveredAreaSquareMeters,
  coveredFraction: (measures) => measures.coveredFraction,
  distanceMeters: (measures) => measures.distanceMeters,
  widthMeters: (measures) => measures.widthMeters,
  lengthMeters: (measures) => measures.lengthMeters,
};
const READERS = NUMBER_MEASURES.map((name) => READER_OF[name]);

/** O(findings, subjects, parameters and candidates). */
export function packFindings(findings: readonly Finding[]): PackedFindings {
  const numbers = new GrowingArray(new Float64Array(findings.length * NUMBERS_OF_ONE));
  const texts = new Map<string, number>();
  const forms: SentenceForm[] = [];
  const formsOfCode = new Map<string, number[]>();
  const starts = new Uint32Array(findings.length);
  const shapes = new Map<number, GeoJSON.Geometry>();

  const text = (value: string) => {
    let place = texts.get(value);
    if (place === undefined) {
      place = texts.size;
      texts.set(value, place);
    }
    numbers.push(place);
  };
  const subject = ({ layer, feature }: Subject) => {
    text(layer);
    text(feature);
  };
  const formOf = ({ code, params }: Sentence) => {
    const known = formsOfCode.get(code);
    if (known) for (const place of known) if (hasForm(forms[place]!, params)) return place;
    const names = Object.keys(params);
    forms.push({ code, names, kinds: names.map((name) => kindOf(params[name]!)) });
    formsOfCode.set(code, [...(known ?? []), forms.length - 1]);
    return forms.length - 1;
  };
  const sentence = (said: Sentence | undefined) => {
    if (!said) {
      numbers.push(NOTHING);
      return;
    }
    const form = formOf(said);
    numbers.push(form);
    for (const name of forms[form]!.names) {
      const value = said.params[name]!;
      if (typeof value === 'string') text(value);
      else numbers.push(Number(value));
    }
  };

  for (let place = 0; place < findings.length; place++) {
    const { rule, priority, status, severity, at, measures, subjects, candidates, geometry } = findings[place]!;
    starts[place] = numbers.length;
    numbers.push(RULE_PLACE.get(rule)!);
    numbers.push(priority);
    numbers.push(STATUSES.indexOf(status));
    numbers.push(severity);
    numbers.push(at[0]);
    numbers.push(at[1]);
    for (const measureOf of READERS) numbers.push(measureOf(measures) ?? Number.NaN);
    const range = measures.pm10TonnesPerYear;
    numbers.push(range ? range[0] : Number.NaN);
    numbers.push(range ? range[1] : Number.NaN);
    numbers.push(subjects.length);
    for (const each of subjects) subject(each);
    sentence(findings[place]!.explain);
    sentence(findings[place]!.suggestion);
    numbers.push(candidates ? candidates.length : NOTHING);
    if (candidates) {
      for (const candidate of candidates) {
        subject(candidate.subject);
        numbers.push(candidate.score);
        numbers.push(candidate.distanceMeters);
        numbers.push(candidate.bearingDegrees);
      }
    }
    if (geometry) shapes.set(place, geometry);
  }
  const ids = findings.map(({ id }) => id);
  return { ids, texts: [...texts.keys()], forms, numbers: numbers.finish(), starts, shapes };
}

/** Without a list of the names, which would be made for every sentence. */
function hasForm({ names, kinds }: SentenceForm, params: Sentence['params']): boolean {
  let index = 0;
  for (const name in params) {
    if (names[index] !== name || kinds[index] !== kindOf(params[name]!)) return false;
    index += 1;
  }
  return index === names.length;
}
