/**
 * What is wrong with a template, found before it is filled: the filler itself would leave an unknown placeholder
 * empty and take any end of a loop for the one it waits for. Names the placeholder as it stands there.
 */
import { RelType, type Tag, TagDisposition, TagPlacement, type TemplateHandler } from 'easy-template-x';
import { type Problem, problem } from '../../core/result.ts';
import type { Placeholder, ScopeName } from './placeholder-types.ts';
import { findPlaceholder, PLACEHOLDERS } from './placeholders.ts';

/** Undefined where nothing is wrong. Throws what the filler throws: `explainFailure` puts it into a problem. */
export async function checkTemplate(handler: TemplateHandler, template: ArrayBuffer): Promise<Problem | undefined> {
  for (const part of [RelType.MainDocument, RelType.Header, RelType.Footer]) {
    const text = await handler.getText(template, part);
    const wrong = findFullWidth(text) ?? findSingleBrace(text);
    if (wrong) return wrong;
  }
  return checkTags(await handler.parseTags(template));
}

/** Chinese keyboards type ｛编号｝, which would be printed as it is. */
function findFullWidth(text: string): Problem | undefined {
  for (const [whole, name] of text.matchAll(/[｛{][#/]?([^{}｛｝]{1,40})[｝}]/g)) {
    if (/[｛｝]/.test(whole) && isKnown(name?.trim() ?? ''))
      return problem('slip-placeholder-full-width', { placeholder: whole });
  }
  return undefined;
}

/** How much of the text to either side of a brace tells where it stands. */
const EXCERPT_LENGTH = 12;

/** The filler says nothing of a brace that is open where the document ends. */
function findSingleBrace(text: string): Problem | undefined {
  const rest = text.replaceAll(/\{[^{}]*\}/g, (pair) => ' '.repeat(pair.length));
  const at = rest.search(/[{}]/);
  if (at < 0) return undefined;
  const placeholder = text.slice(Math.max(at - EXCERPT_LENGTH, 0), at + EXCERPT_LENGTH).trim();
  return problem('slip-placeholder-broken', { placeholder });
}

const SCOPES = Object.keys(PLACEHOLDERS) as ScopeName[];
const isKnown = (name: string) => SCOPES.some((scope) => findPlaceholder(scope, name) !== undefined);

interface Found {
  readonly type: Placeholder<unknown>['type'];
  /** Its English name: both names of a placeholder are the same loop. */
  readonly en: string;
  /** What is known inside it, where it is a list. */
  readonly scope: ScopeName | undefined;
}

interface OpenLoop {
  readonly tag: Tag;
  readonly found: Found;
}

/** Tags in reading order; loops may lie within loops. */
function checkTags(tags: readonly Tag[]): Problem | undefined {
  const loops: OpenLoop[] = [];
  for (const tag of tags) {
    const placeholder = tag.rawText;
    if (tag.disposition === TagDisposition.Close) {
      const wrong = closeLoop(tag, loops);
      if (wrong) return wrong;
      continue;
    }
    const found = find(tag.name ?? '', scopesIn(loops));
    if (!found) return explainUnknown(tag);
    if (found.type === 'picture' && tag.placement === TagPlacement.Attribute)
      return problem('slip-picture-in-picture', { placeholder });
    if (tag.disposition === TagDisposition.SelfClosed) {
      if (found.type === 'list') return problem('slip-loop-unclosed', { placeholder });
      continue;
    }
    if (found.type === 'picture') return problem('slip-loop-of-picture', { placeholder });
    loops.push({ tag, found });
  }
  const open = loops.at(-1);
  return open && problem('slip-loop-unclosed', { placeholder: open.tag.rawText });
}

function closeLoop(tag: Tag, loops: OpenLoop[]): Problem | undefined {
  const placeholder = tag.rawText;
  const open = loops.pop();
  const closed = find(tag.name ?? '', [...scopesIn(loops)]);
  if (!open) return closed ? problem('slip-loop-unopened', { placeholder }) : explainUnknown(tag);
  if (closed?.en === open.found.en) return undefined;
  if (!isKnown(tag.name ?? '')) return explainUnknown(tag);
  const waits = loops.some(({ found }) => found.en === closed?.en);
  return waits
    ? problem('slip-loop-crossed', { placeholder, open: open.tag.rawText })
    : problem('slip-loop-unopened', { placeholder });
}

/** From the innermost loop outwards. A slip of one finding knows that finding's placeholders without a loop. */
function scopesIn(loops: readonly OpenLoop[]): ScopeName[] {
  return [...loops.flatMap(({ found }) => found.scope ?? []).reverse(), 'slip', 'finding'];
}

function find(name: string, scopes: readonly ScopeName[]): Found | undefined {
  for (const scope of scopes) {
    const placeholder = findPlaceholder(scope, name);
    if (!placeholder) continue;
    const { type, en } = placeholder;
    return { type, en, scope: placeholder.type === 'list' ? placeholder.scope : undefined };
  }
  return undefined;
}

function explainUnknown({ rawText, name }: Tag): Problem {
  const scope = SCOPES.find((each) => findPlaceholder(each, name ?? '') !== undefined);
  const loop = scope && loopOf(scope);
  if (!loop) return problem('slip-placeholder-unknown', { placeholder: rawText });
  return problem('slip-placeholder-misplaced', { placeholder: rawText, loop: `#${loop}` });
}

/** The Chinese name of the list whose entries a scope describes. */
function loopOf(scope: ScopeName): string | undefined {
  const all = [...PLACEHOLDERS.slip, ...PLACEHOLDERS.finding];
  return all.find((placeholder) => placeholder.type === 'list' && placeholder.scope === scope)?.zh;
}
