/** The index while the dialog is open, and what the typed text finds: features and places. */
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { DatumName } from '../../geo/datum.ts';
import { type PlaceReading, readPlaces } from '../../geo/read-place.ts';
import { RULE_IDS } from '../../model/findings.ts';
import { buildNameIndex, type NameIndex } from '../../model/name-index.ts';
import { useApp, useTexts, useWorkspace } from '../app-context.tsx';
import { nextTurn } from '../next-turn.ts';
import { findMatches, type SearchCategory } from './find-matches.ts';
import { loadPinyin } from './load-pinyin.ts';
import { createIndexBuilder, type SearchIndex } from './search-index.ts';

export interface NameSearch {
  readonly index: SearchIndex;
  readonly rules: NameIndex;
  /** 0 to 1 while the pinyin is being worked out; undefined when all is there. */
  readonly progress: number | undefined;
}

/** First the names as they are, then with their pinyin; goes on where it was when it is opened again. */
export function useNameSearch(isOpen: boolean): NameSearch | undefined {
  const { t } = useTexts();
  const features = useWorkspace((state) => state.features);
  const builder = useRef<ReturnType<typeof createIndexBuilder>>(undefined);
  builder.current ??= createIndexBuilder();
  const { build } = builder.current;
  const [search, setSearch] = useState<NameSearch>();
  useEffect(() => {
    if (!isOpen) return;
    const stop = new AbortController();
    const task = { signal: stop.signal, pause: nextTurn };
    const ruleNames = RULE_IDS.map((rule) => t(`rule.${rule}`));
    const work = async () => {
      const plain = {
        index: await build(features, undefined, task),
        rules: await buildNameIndex(ruleNames, undefined),
      };
      if (!stop.signal.aborted) setSearch({ ...plain, progress: 0 });
      const toSyllables = await loadPinyin();
      const index = await build(features, toSyllables, {
        ...task,
        onProgress: ({ done, total }) =>
          !stop.signal.aborted && setSearch({ ...plain, progress: total > 0 ? done / total : 1 }),
      });
      const rules = await buildNameIndex(ruleNames, toSyllables);
      if (!stop.signal.aborted) setSearch({ index, rules, progress: undefined });
    };
    // Rejects when the dialog is closed, or where the pinyin cannot be fetched: the names remain.
    work().catch(() => setSearch((last) => last && { ...last, progress: undefined }));
    return () => stop.abort();
  }, [isOpen, features, build, t]);
  return search;
}

export function useFound(search: NameSearch | undefined, query: string, limit: number): readonly SearchCategory[] {
  const features = useWorkspace((state) => state.features);
  const byRule = useWorkspace((state) => state.check?.summary.byRule);
  const needle = useDeferredValue(query);
  const index = search?.index;
  const rules = search?.rules;
  return useMemo(() => {
    if (!index || !rules) return [];
    // An index of features that have been replaced would name rows that are others now.
    const current = index.filter(
      ({ layer, codes, names }) => (codes ?? names).length === features.get(layer)?.batch.ids.length,
    );
    const categories = findMatches({ index: current, features, rules: { ids: RULE_IDS, index: rules } }, needle, limit);
    return categories.flatMap((category) => {
      if (category.key !== 'rule') return [category];
      const matches = category.matches.filter((match) => match.type === 'rule' && byRule?.[match.rule]);
      return matches.length > 0 ? [{ ...category, count: matches.length, matches }] : [];
    });
  }, [index, rules, features, byRule, needle, limit]);
}

/** Where the text is a place; the zone of metres without one is that of the middle of the map. */
export function usePlaces(query: string, datum: DatumName): readonly PlaceReading[] {
  const { view } = useApp();
  const [places, setPlaces] = useState<readonly PlaceReading[]>([]);
  useEffect(() => {
    let isCurrent = true;
    const near = view.getState().map?.camera().center;
    void readPlaces(query, { datum, near }).then((read) => isCurrent && setPlaces(read));
    return () => {
      isCurrent = false;
    };
  }, [query, datum, view]);
  return places;
}
