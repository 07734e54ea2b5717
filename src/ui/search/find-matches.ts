/** Search over names, codes, units and persons of features, and over rules. No React. O(features) a query. */

import { foldText } from '../../core/fold-text.ts';
import type { Subject } from '../../core/subject.ts';
import { type Column, type FeatureBatch, textAt, valueAt } from '../../model/feature-batch.ts';
import type { CheckResult } from '../../model/findings.ts';
import type { LayerKind } from '../../model/kinds.ts';
import type { FeaturesByLayer } from '../store/layer-features.ts';

export type SearchMatch =
  | {
      readonly type: 'feature';
      readonly subject: Subject;
      readonly title: string;
      readonly detail: string;
      readonly kind: LayerKind;
    }
  | { readonly type: 'owner'; readonly owner: string };

const SEARCHED = ['name', 'code', 'owner', 'operator', 'person', 'address'] as const;

/** Matches that begin with the query come first; at most `limit`. An empty query finds nothing. */
export function findMatches(features: FeaturesByLayer, query: string, limit: number): SearchMatch[] {
  const needle = foldText(query);
  if (!needle) return [];
  const ranked: { match: SearchMatch; rank: number }[] = [];
  const owners = new Set<string>();
  for (const [
    layer,
    {
      layer: { kind },
      batch,
    },
  ] of features) {
    const tests = SEARCHED.map((field) => createColumnTest(batch.columns.get(field), needle));
    batch.ids.forEach((feature, index) => {
      const rank = Math.min(rankText(feature, needle), ...tests.map((test) => test(index)));
      if (rank === Infinity) return;
      ranked.push({ match: buildMatch(batch, index, { layer, feature }, kind), rank });
    });
    for (const name of ['owner', 'operator']) {
      const column = batch.columns.get(name);
      if (column?.type !== 'text') continue;
      for (const owner of column.dictionary) if (foldText(owner).includes(needle)) owners.add(owner);
    }
  }
  ranked.sort((a, b) => a.rank - b.rank);
  const units = [...owners].slice(0, 5).map((owner): SearchMatch => ({ type: 'owner', owner }));
  return [...units, ...ranked.map(({ match }) => match)].slice(0, limit);
}

function buildMatch(batch: FeatureBatch, index: number, subject: Subject, kind: LayerKind): SearchMatch {
  const title = textAt(batch, 'name', index) ?? textAt(batch, 'code', index) ?? subject.feature;
  const detail =
    textAt(batch, 'owner', index) ?? textAt(batch, 'operator', index) ?? textAt(batch, 'address', index) ?? '';
  return { type: 'feature', subject, title, detail, kind };
}

/** Lower is better: the whole text, its beginning, anywhere; Infinity for no match. */
function rankText(text: string, needle: string): number {
  const place = foldText(text).indexOf(needle);
  return place < 0 ? Infinity : place === 0 ? (foldText(text).length === needle.length ? 0 : 1) : 2;
}

/** Text columns are tested once per different value. */
function createColumnTest(column: Column | undefined, needle: string): (index: number) => number {
  if (!column) return () => Infinity;
  if (column.type !== 'text') return (index) => rankText(String(valueAt(column, index) ?? ''), needle);
  const ranks = [Infinity, ...column.dictionary.map((value) => rankText(value, needle))];
  return (index) => ranks[column.codes[index] ?? 0] ?? Infinity;
}

/** How many open findings each feature has, by subject: for cards and search rows. */
export function findingsOf(check: CheckResult | undefined, subject: Subject): CheckResult['findings'] {
  return (check?.findings ?? []).filter((finding) =>
    finding.subjects.some((one) => one.layer === subject.layer && one.feature === subject.feature),
  );
}
