/** The sender's side: findings laid out as `layout.ts` says. */
import type { Subject } from '../../core/subject.ts';
import { type Finding, NUMBER_MEASURES, RULE_IDS, type Sentence } from '../findings.ts';
import { kindOf, NOTHING, type PackedFindings, type SentenceForm, STATUSES } from './layout.ts';

/** O(findings, subjects, parameters and candidates). */
export function packFindings(findings: readonly Finding[]): PackedFindings {
  const numbers: number[] = [];
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
    const known = formsOfCode.get(code) ?? [];
    const found = known.find((place) => hasForm(forms[place]!, params));
    if (found !== undefined) return found;
    const names = Object.keys(params);
    forms.push({ code, names, kinds: names.map((name) => kindOf(params[name]!)) });
    formsOfCode.set(code, [...known, forms.length - 1]);
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

  for (const [place, finding] of findings.entries()) {
    const { rule, priority, status, severity, at, measures, subjects, candidates, geometry } = finding;
    starts[place] = numbers.length;
    numbers.push(RULE_IDS.indexOf(rule), priority, STATUSES.indexOf(status), severity, at[0], at[1]);
    for (const name of NUMBER_MEASURES) numbers.push(measures[name] ?? Number.NaN);
    const [low, high] = measures.pm10TonnesPerYear ?? [Number.NaN, Number.NaN];
    numbers.push(low, high, subjects.length);
    for (const each of subjects) subject(each);
    sentence(finding.explain);
    sentence(finding.suggestion);
    numbers.push(candidates?.length ?? NOTHING);
    for (const candidate of candidates ?? []) {
      subject(candidate.subject);
      numbers.push(candidate.score, candidate.distanceMeters, candidate.bearingDegrees);
    }
    if (geometry) shapes.set(place, geometry);
  }
  const ids = findings.map(({ id }) => id);
  return { ids, texts: [...texts.keys()], forms, numbers: new Float64Array(numbers), starts, shapes };
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
