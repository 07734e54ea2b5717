/**
 * All findings of a workspace, kept item by item: an item is whatever a rule judges by itself, a
 * source, a pair of zones, a gap. When an edit has an item judged again its page is replaced, and the
 * sums and the list of what changed follow, so that nothing elsewhere is looked at. The same for
 * every engine. Rounds nothing: that happens where findings are written.
 */
import { compareText, type Subject, subjectKey } from '../core/subject.ts';
import {
  type Finding,
  type LayerNote,
  RULE_IDS,
  type RuleId,
  type RuleSummary,
  type Unchecked,
} from '../model/findings.ts';
import type { WorkspaceDocument, WorkspaceException } from '../model/workspace.ts';
import { compareExceptions, indexExceptions } from './exception-index.ts';
import { createFindingIds } from './finding-id.ts';
import { createSketches, type Sheet, type Sketches } from './finding-sketches.ts';
import { fixed, unfixed } from './fixed-sum.ts';
import type { FindingDraft, ItemOutcome, Verdict } from './rule.ts';
import { createZoneLines } from './zone-lines.ts';

export type ItemKey = number | string;

/** The findings of one rule in one scope: a layer, a kind of zone; keys need only differ within it. */
export interface BookPage {
  /** Replaces what was found for an item; nothing takes it out. O(its findings). */
  put(key: ItemKey, outcome: ItemOutcome | undefined): void;
  /** The same for a verdict; a book that keeps sketches weighs it and does not have it written. */
  judge(key: number, verdict: Verdict | undefined): void;
  has(key: ItemKey): boolean;
  /** The first of what was found for an item; undefined for nothing. */
  findingOf(key: ItemKey): Finding | undefined;
  keys(): Iterable<ItemKey>;
}

export interface FoundChanges {
  readonly added: Finding[];
  readonly changed: Finding[];
  /** As they were. */
  readonly removed: Finding[];
}

/** Items of a page that can be judged once more, to the same answer. */
export interface Rejudging {
  judge(key: number): Verdict | undefined;
  /** Where an item has one finding, about one subject, which alone makes its id. */
  subjectOf?(key: number): Subject;
}

export interface FindingBook {
  /** With `rejudging` a book that keeps sketches writes down no more than that of what the page is given. */
  page(rule: RuleId, scope: string, rejudging?: Rejudging): BookPage;
  /** Of a book that keeps sketches: those of a rule, beside what `findingsOf` gives. */
  sketchesOf(rule: RuleId): Sketches;
  priorityOf(rule: RuleId): number;
  /** Takes out all that a rule has found, its notes too, and what it says of itself: judged or not. */
  clear(rule: RuleId, isJudged: boolean): void;
  isJudged(rule: RuleId): boolean;
  notesOf(rule: RuleId): readonly LayerNote[];
  setNotes(rule: RuleId, notes: readonly LayerNote[]): void;
  /** O(findings of the rules whose exceptions changed). */
  setExceptions(exceptions: readonly WorkspaceException[]): void;
  /** All of a rule, in no promised order. */
  findingsOf(rule: RuleId): Iterable<Finding>;
  /** The same with the zones that each counts for. */
  placedOf(rule: RuleId): Iterable<PlacedFinding>;
  find(id: string): Finding | undefined;
  summaryOf(rule: RuleId): RuleSummary;
  /** Open findings that count for a zone, by rule in the order of RULE_IDS. The same object as long as nothing changes. */
  countsOf(zone: Subject): { readonly [rule in RuleId]?: number };
  unchecked(): Unchecked[];
  notes(): LayerNote[];
  /** What changed since this was last called, or since `track` was. */
  takeChanges(): FoundChanges;
  /** From here on changes are remembered. */
  track(): void;
}

export interface PlacedFinding {
  readonly finding: Finding;
  /** Findings in the same zones may share one list. */
  readonly zones: readonly Subject[];
}

interface Item {
  readonly kept: readonly PlacedFinding[];
  readonly unchecked: readonly Unchecked[];
  readonly slivers: number;
  readonly sliverSteps: number;
}

/** One rule's pages and sums. */
interface Chapter {
  isJudged: boolean;
  readonly scopes: Map<string, Map<ItemKey, Item>>;
  notes: readonly LayerNote[];
  open: number;
  excepted: number;
  areaSteps: number;
  slivers: number;
  sliverSteps: number;
  readonly withUnchecked: Set<Item>;
  readonly sketches: Sketches;
}

/**
 * `priorities` of the document's rule pack rank the rules; one that it does not rank comes after all
 * that it does. A book that `keeps` sketches is for one run and one reading: a million findings need
 * not be held to be written one after the other. It cannot follow edits.
 */
export function createFindingBook(
  document: WorkspaceDocument,
  keeps: 'findings' | 'sketches' = 'findings',
): FindingBook {
  const chapters = new Map<RuleId, Chapter>();
  let exceptions = indexExceptions(document.exceptions);
  let exceptionList = document.exceptions;
  const idOf = createFindingIds();
  const lines = createZoneLines();
  let changes: Changes | undefined;

  const chapterOf = (rule: RuleId): Chapter => {
    let chapter = chapters.get(rule);
    if (!chapter) {
      chapter = {
        ...emptySums(),
        isJudged: false,
        scopes: new Map(),
        notes: [],
        withUnchecked: new Set(),
        sketches: createSketches(),
      };
      chapters.set(rule, chapter);
    }
    return chapter;
  };

  const priorityOf = (rule: RuleId) => document.rulePack.priorities[rule] ?? RULE_IDS.length;

  function finish(rule: RuleId, draft: FindingDraft): Finding {
    const { subjects, identity, at, severity, measures, candidates, explain, suggestion, geometry } = draft;
    const id = idOf(rule, subjects, identity);
    const exception = exceptions.of({ id, rule, subjects });
    const finding: Finding = {
      id,
      rule,
      priority: priorityOf(rule),
      severity,
      status: exception?.kind ?? 'open',
      subjects,
      at,
      measures,
      explain,
    };
    if (candidates) finding.candidates = candidates;
    if (suggestion) finding.suggestion = suggestion;
    if (geometry) finding.geometry = geometry;
    return finding;
  }

  /** Adds an item's part of the sums, or takes it out. */
  function account(chapter: Chapter, item: Item, sign: 1 | -1): void {
    let isCounted = false;
    for (const { finding, zones } of item.kept) {
      remember(finding, sign);
      if (finding.status !== 'open') {
        chapter.excepted += sign;
        continue;
      }
      chapter.open += sign;
      // A source that fails several measures has as many findings, but its ground counts once.
      if (finding.rule !== 'source-uncontrolled' || !isCounted)
        chapter.areaSteps += sign * fixed(finding.measures.areaSquareMeters ?? 0);
      isCounted = true;
      lines.add(zones, finding.rule, sign);
    }
    if (item.unchecked.length > 0 && sign > 0) chapter.withUnchecked.add(item);
    else chapter.withUnchecked.delete(item);
    chapter.slivers += sign * item.slivers;
    chapter.sliverSteps += sign * item.sliverSteps;
  }

  /** In any order: an item may hand a finding on to another that is judged before or after it. */
  function remember(finding: Finding, sign: 1 | -1): void {
    if (!changes) return;
    const { id } = finding;
    if (sign > 0) {
      changes.born.add(finding);
      changes.added.set(id, finding);
    } else if (!changes.born.has(finding)) changes.removed.set(id, finding);
    else if (changes.added.get(id) === finding) changes.added.delete(id);
  }

  function replace(chapter: Chapter, items: Map<ItemKey, Item>, key: ItemKey, item: Item | undefined): void {
    const old = items.get(key);
    if (old) account(chapter, old, -1);
    if (item) {
      items.set(key, item);
      account(chapter, item, 1);
    } else items.delete(key);
  }

  /** Counts what an open item weighs, as `account` does once it is written, and notes where to find it again. */
  function sketch(rule: RuleId, chapter: Chapter, sheet: number, key: number, { weights }: Verdict): void {
    for (let at = 0; at < weights.length; at++) {
      const { severity, areaSquareMeters, zones } = weights[at]!;
      chapter.open += 1;
      if (rule !== 'source-uncontrolled' || at === 0) chapter.areaSteps += fixed(areaSquareMeters ?? 0);
      lines.add(zones, rule, 1);
      chapter.sketches.push(sheet, key, at, severity);
    }
  }

  function page(rule: RuleId, scope: string, rejudging?: Rejudging): BookPage {
    const chapter = chapterOf(rule);
    let items = chapter.scopes.get(scope);
    if (!items) {
      items = new Map();
      chapter.scopes.set(scope, items);
    }
    const own = items;
    // What has an exception is told by its subjects, which are part of the writing.
    const remade = keeps === 'sketches' && !exceptionList.some((one) => one.rule === rule) ? rejudging : undefined;
    const sheet = remade && chapter.sketches.addSheet(sheetOf(rule, remade));
    const put = (key: ItemKey, outcome: ItemOutcome | undefined): void => {
      if (!outcome || isEmpty(outcome)) {
        if (own.has(key)) replace(chapter, own, key, undefined);
        return;
      }
      replace(chapter, own, key, {
        kept: outcome.findings.map((draft) => ({ finding: finish(rule, draft), zones: draft.zones })),
        unchecked: outcome.unchecked,
        slivers: outcome.slivers,
        sliverSteps: fixed(outcome.sliverAreaSquareMeters),
      });
    };
    return {
      has: (key) => own.has(key),
      keys: () => [...own.keys()],
      findingOf: (key) => own.get(key)?.kept[0]?.finding,
      put,
      judge(key, verdict) {
        if (sheet !== undefined && verdict && verdict.weights.length > 0) sketch(rule, chapter, sheet, key, verdict);
        else put(key, verdict?.write());
      },
    };
  }

  function sheetOf(rule: RuleId, { judge, subjectOf }: Rejudging): Sheet {
    const draw = (key: number, at: number) =>
      finish(rule, (judge(key) as Verdict).write().findings[at] as FindingDraft);
    return { draw, idOf: (key, at) => (subjectOf ? idOf(rule, [subjectOf(key)]) : draw(key, at).id) };
  }

  function* placedOf(rule: RuleId): Generator<PlacedFinding> {
    for (const items of chapters.get(rule)?.scopes.values() ?? []) {
      for (const { kept } of items.values()) yield* kept;
    }
  }

  function* findingsOf(rule: RuleId): Generator<Finding> {
    for (const { finding } of placedOf(rule)) yield finding;
  }

  return {
    page,
    sketchesOf: (rule) => chapterOf(rule).sketches,
    priorityOf,
    findingsOf,
    placedOf,
    isJudged: (rule) => chapterOf(rule).isJudged,
    clear(rule, isJudged) {
      const chapter = chapterOf(rule);
      for (const items of chapter.scopes.values()) {
        for (const key of [...items.keys()]) replace(chapter, items, key, undefined);
      }
      chapter.notes = [];
      chapter.isJudged = isJudged;
    },
    notesOf: (rule) => chapterOf(rule).notes,
    setNotes(rule, notes) {
      chapterOf(rule).notes = notes;
    },
    setExceptions(next) {
      if (next === exceptionList) return;
      const before = exceptions;
      exceptions = indexExceptions(next);
      exceptionList = next;
      const change = compareExceptions(before, exceptions);
      for (const rule of change.rules) {
        const chapter = chapters.get(rule as RuleId);
        for (const items of chapter?.scopes.values() ?? []) {
          for (const [key, item] of items) {
            if (!item.kept.some(({ finding }) => change.touches(finding))) continue;
            const kept = item.kept.map(({ finding, zones }) => {
              const status: Finding['status'] = exceptions.of(finding)?.kind ?? 'open';
              return { finding: finding.status === status ? finding : { ...finding, status }, zones };
            });
            replace(chapter as Chapter, items, key, { ...item, kept });
          }
        }
      }
    },
    find(id) {
      for (const rule of chapters.keys()) for (const finding of findingsOf(rule)) if (finding.id === id) return finding;
      return undefined;
    },
    summaryOf(rule) {
      const { open, areaSteps, slivers, sliverSteps, excepted } = chapterOf(rule);
      return {
        count: open,
        areaSquareMeters: unfixed(areaSteps),
        slivers,
        sliverAreaSquareMeters: unfixed(sliverSteps),
        excepted,
      };
    },
    countsOf: (zone) => lines.countsOf(zone),
    unchecked() {
      return RULE_IDS.flatMap((rule) => {
        const all = [...(chapters.get(rule)?.withUnchecked ?? [])].flatMap((item) => item.unchecked);
        return all.sort((a, b) => compareText(uncheckedKey(a), uncheckedKey(b)));
      });
    },
    notes: () => RULE_IDS.flatMap((rule) => chapters.get(rule)?.notes ?? []),
    track() {
      changes = noChanges();
    },
    takeChanges() {
      const found: FoundChanges = { added: [], changed: [], removed: [] };
      const { added, removed } = changes ?? noChanges();
      for (const [id, now] of added) {
        const old = removed.get(id);
        if (!old) found.added.push(now);
        else if (JSON.stringify(old) !== JSON.stringify(now)) found.changed.push(now);
      }
      for (const [id, old] of removed) if (!added.has(id)) found.removed.push(old);
      changes = noChanges();
      return found;
    },
  };
}

/** Since the last look: what is there now and was not written then, what was there then, and all that was written since. */
interface Changes {
  readonly added: Map<string, Finding>;
  readonly removed: Map<string, Finding>;
  readonly born: Set<Finding>;
}

function noChanges(): Changes {
  return { added: new Map(), removed: new Map(), born: new Set() };
}

function emptySums() {
  return { open: 0, excepted: 0, areaSteps: 0, slivers: 0, sliverSteps: 0 };
}

function isEmpty({ findings, unchecked, slivers }: ItemOutcome): boolean {
  return findings.length === 0 && unchecked.length === 0 && slivers === 0;
}

function uncheckedKey({ subjects, problem }: Unchecked): string {
  return `${subjects.map(subjectKey).join('|')}|${problem.code}|${JSON.stringify(problem.params)}`;
}
