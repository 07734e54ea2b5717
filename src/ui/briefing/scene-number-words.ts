/** A big number in words: the same on the wall, in the editor, on slides and in files. */
import type { SceneNumber } from '../../briefing/scene-numbers.ts';
import { formatArea, formatLength } from '../../i18n/format.ts';
import type { Language } from '../../i18n/language.ts';
import type { Translate } from '../../i18n/translate.ts';

export interface NumberWords {
  readonly label: string;
  /** With its unit; a dash for what is not known. */
  readonly value: string;
  /** Beside the value, smaller. */
  readonly detail?: string;
}

export function writeSceneNumber(number: SceneNumber, t: Translate, language: Language): NumberWords {
  const { label, areaSquareMeters } = number;
  return {
    label: label ?? labelOf(number, t),
    value: writeValue(number, t, language),
    ...(areaSquareMeters === undefined || areaSquareMeters === 0
      ? {}
      : { detail: formatArea(areaSquareMeters, language, 'short') }),
  };
}

/** Of a rule's findings not only the rule: their ground and their number stand side by side. */
function labelOf({ code, params, unit }: SceneNumber, t: Translate): string {
  const name = t(code, params);
  if (!code.startsWith('rule.') || unit === 'findings') return name;
  if (unit === 'meters') return t('boards.number.lengthOf', { name });
  return t(OF_COVERAGE.has(code) ? 'boards.number.uncoveredOf' : 'boards.number.areaOf', { name });
}

/** Of these the ground is the part that is not covered: less than the sources that the list of findings adds up. */
const OF_COVERAGE: ReadonlySet<string> = new Set(['rule.source-unassigned', 'rule.source-unpatrolled']);

function writeValue({ unit, value }: SceneNumber, t: Translate, language: Language): string {
  if (value === undefined) return t('boards.number.unknown');
  if (unit === 'squareMeters') return formatArea(value, language, 'short');
  if (unit === 'meters') return formatLength(value);
  if (unit === 'pairs' || unit === 'stretches') return t(`boards.number.${unit}`, { count: value });
  return t(unit === 'findings' ? 'briefing.number.count' : 'boards.number.things', { count: value });
}
