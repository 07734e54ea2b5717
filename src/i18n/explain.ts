/**
 * Findings and problems in words. The sentence says what, how much, by which rule, whose; a
 * problem's says where first. Knows no workspace: every name it prints stands in the params.
 */
import type { Params, Place, Problem } from '../core/result.ts';
import type { Translate } from './translate.ts';

interface Explained {
  readonly explain: { readonly code: string; readonly params: Params };
  readonly suggestion?: { readonly code: string; readonly params: Params } | undefined;
}

/** Why the finding is there: the text of `explain.<code>`. */
export function explainFinding(finding: Explained, translate: Translate): string {
  return translate(`explain.${finding.explain.code}`, finding.explain.params);
}

/** What would settle it: the text of `suggestion.<code>`; undefined where there is none. */
export function explainSuggestion(finding: Explained, translate: Translate): string | undefined {
  return finding.suggestion && translate(`suggestion.${finding.suggestion.code}`, finding.suggestion.params);
}

/** The text of `problem.<code>`, after its place where it has one. */
export function explainProblem(problem: Problem, translate: Translate): string {
  const sentence = translate(`problem.${problem.code}`, problem.params);
  const place = problem.at && explainPlace(problem.at, translate);
  return place ? translate('place.sentence', { place, sentence }) : sentence;
}

/** `layers/soil.fgb，图层 soil，第 3 条记录，“面积”列`: records are counted from 1 for people; a header is none. Of a table the row of the sheet stands instead. */
function explainPlace(place: Place, translate: Translate): string {
  const parts: string[] = [];
  if (place.file !== undefined) parts.push(place.file);
  if (place.sheet !== undefined) parts.push(translate('place.sheet', { sheet: place.sheet }));
  if (place.layer !== undefined) parts.push(translate('place.layer', { layer: place.layer }));
  if (place.line !== undefined) parts.push(translate('place.line', { line: place.line }));
  else if (place.row !== undefined) parts.push(translate('place.row', { row: place.row }));
  if (place.column !== undefined) parts.push(translate('place.column', { column: place.column }));
  if (place.feature !== undefined) parts.push(translate('place.feature', { feature: place.feature }));
  return parts.join(translate('place.separator'));
}
