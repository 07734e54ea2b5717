/**
 * What a site is at, from the words that ledgers use, and whether it is at work at all. Rules on wind and
 * alerts stop some kinds of work only. A stage in other words is not guessed: someone has to ask the site.
 */
import { earliestInstant, latestInstant } from '../model/instant.ts';
import type { SiteStage } from '../model/rule-pack.ts';

/** The first that fits: a site that stands still is at no work, whatever else its stage names. */
const WORDS: readonly (readonly [SiteStage, RegExp])[] = [
  ['stopped', /停工|停建|未开工|完工|竣工|suspended|finished/iu],
  ['demolition', /拆除|拆迁|demolition/iu],
  ['earthwork', /土方|土石方|开挖|回填|场平|平整|earthwork|excavat/iu],
  ['foundation', /基础|基坑|桩|foundation|piling/iu],
  ['structure', /主体|结构|structure/iu],
  ['fitting', /装饰|装修|粉刷|外墙|fitting|finishing/iu],
];

/** Undefined where nothing is written, or nothing that is known. */
export function stageOf(text: string | undefined): SiteStage | undefined {
  return text === undefined ? undefined : WORDS.find(([, pattern]) => pattern.test(text))?.[0];
}

/** From the day of its beginning to the end of its last day; dates that are not known bound nothing, nor does a clock of NaN. */
export function isActiveAt(activeFrom: string | undefined, activeTo: string | undefined, instant: number): boolean {
  const isBefore = activeFrom !== undefined && earliestInstant(activeFrom) > instant;
  const isAfter = activeTo !== undefined && latestInstant(activeTo) < instant;
  return !isBefore && !isAfter;
}
