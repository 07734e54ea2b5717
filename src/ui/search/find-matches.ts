/** What a typed text finds, by category and best first: features, units, and kinds of findings. No React. */
import type { Subject } from '../../core/subject.ts';
import { textAt } from '../../model/feature-batch.ts';
import type { RuleId } from '../../model/findings.ts';
import { LAYER_KINDS, type LayerKind } from '../../model/kinds.ts';
import { MatchRank, type NameIndex } from '../../model/name-index.ts';
import type { FeaturesByLayer } from '../store/layer-features.ts';
import { NAMING_FIELDS, type SearchedField, type SearchedFieldName, type SearchIndex } from './search-index.ts';

export type SearchMatch =
  | {
      readonly type: 'feature';
      readonly subject: Subject;
      readonly kind: LayerKind;
      readonly title: string;
      /** Where the text was found, and what stands there; the unit where it was the name. */
      readonly detail: string;
      readonly field: SearchedFieldName;
    }
  | { readonly type: 'owner'; readonly owner: string }
  | { readonly type: 'rule'; readonly rule: RuleId };

export interface SearchCategory {
  readonly key: 'rule' | 'owner' | LayerKind;
  /** All of them, also those beyond the limit. */
  readonly count: number;
  /** At most the limit, best first. */
  readonly matches: readonly SearchMatch[];
}

export interface Searched {
  readonly index: SearchIndex;
  readonly features: FeaturesByLayer;
  readonly rules: { readonly ids: readonly RuleId[]; readonly index: NameIndex };
}

/** Below every fit of a name: a fit in the unit, the person or the address beside it. */
const BESIDE = 5;
const NO_FIT = 255;
const isNaming = (field: SearchedFieldName) => field === 'id' || (NAMING_FIELDS as readonly string[]).includes(field);

/** The category with the best fit first; none for an empty text. O(length of all names + features × fields that fit). */
export function findMatches(searched: Searched, needle: string, limit: number): SearchCategory[] {
  const fitting = searched.index.flatMap((field) => {
    const ranks = field.index.rank(needle);
    return ranks.some((rank) => rank !== MatchRank.none) ? [{ field, ranks }] : [];
  });
  const found: { readonly best: number; readonly category: SearchCategory }[] = [];
  const add = (key: SearchCategory['key'], ranked: readonly Ranked[], count: number) => {
    if (count === 0) return;
    const sorted = [...ranked].sort((a, b) => a.rank - b.rank).slice(0, limit);
    found.push({ best: sorted[0]!.rank, category: { key, count, matches: sorted.map(({ make }) => make()) } });
  };
  const rules = findRules(searched.rules, needle);
  add('rule', rules, rules.length);
  const owners = findOwners(fitting);
  add('owner', owners, owners.length);
  for (const kind of LAYER_KINDS) {
    const { ranked, count } = findFeatures(searched.features, fitting, kind, limit);
    add(kind, ranked, count);
  }
  return found.sort((a, b) => a.best - b.best).map(({ category }) => category);
}

interface Ranked {
  readonly rank: number;
  readonly make: () => SearchMatch;
}
interface FittingField {
  readonly field: SearchedField;
  /** By name. */
  readonly ranks: Uint8Array;
}

function findRules({ ids, index }: Searched['rules'], needle: string): Ranked[] {
  return [...index.rank(needle)].flatMap((rank, place) => {
    const rule = ids[place];
    return rank === MatchRank.none || rule === undefined
      ? []
      : [{ rank, make: () => ({ type: 'rule', rule }) as const }];
  });
}

/** Units of whatever layer, each once. */
function findOwners(fitting: readonly FittingField[]): Ranked[] {
  const ranks = new Map<string, number>();
  for (const { field, ranks: own } of fitting) {
    if (field.field !== 'owner' && field.field !== 'operator') continue;
    for (const [place, rank] of own.entries()) {
      const owner = field.names[place]!;
      if (rank !== MatchRank.none) ranks.set(owner, Math.min(rank, ranks.get(owner) ?? rank));
    }
  }
  return [...ranks].map(([owner, rank]) => ({ rank, make: () => ({ type: 'owner', owner }) as const }));
}

/** No object is made for a feature beyond the limit of its rank. */
function findFeatures(features: FeaturesByLayer, fitting: readonly FittingField[], kind: LayerKind, limit: number) {
  const ranked: Ranked[] = [];
  const taken = new Uint32Array(NO_FIT);
  let count = 0;
  for (const [layer, { layer: own, batch }] of features) {
    const fields = own.kind === kind ? fitting.filter(({ field }) => field.layer === layer) : [];
    if (fields.length === 0) continue;
    const best = new Uint8Array(batch.ids.length).fill(NO_FIT);
    const by = new Uint8Array(batch.ids.length);
    for (const [at, { field, ranks }] of fields.entries()) {
      const { codes } = field;
      const behind = isNaming(field.field) ? 0 : BESIDE;
      for (let row = 0; row < best.length; row++) {
        const place = codes ? codes[row]! - 1 : row;
        const rank = place < 0 ? MatchRank.none : ranks[place]!;
        if (rank === MatchRank.none || rank + behind >= best[row]!) continue;
        best[row] = rank + behind;
        by[row] = at;
      }
    }
    for (let row = 0; row < best.length; row++) {
      const rank = best[row]!;
      if (rank === NO_FIT) continue;
      count += 1;
      if (taken[rank]! >= limit) continue;
      taken[rank]! += 1;
      ranked.push({ rank, make: () => buildMatch(features, layer, row, fields[by[row]!]!.field) });
    }
  }
  return { ranked, count };
}

function buildMatch(features: FeaturesByLayer, layer: string, row: number, found: SearchedField): SearchMatch {
  const { batch } = features.get(layer)!;
  const feature = batch.ids[row]!;
  const title = textAt(batch, 'name', row) ?? textAt(batch, 'code', row) ?? feature;
  const { field } = found;
  const unit = textAt(batch, 'owner', row) ?? textAt(batch, 'operator', row) ?? '';
  const own = field === 'id' ? feature : (textAt(batch, field, row) ?? '');
  return {
    type: 'feature',
    subject: { layer, feature },
    kind: found.kind,
    title,
    field,
    detail: own === title ? unit : own,
  };
}
