/**
 * Slips as one Word file, made by filling a template: our own, or the office's. Data never runs and is never read
 * as a placeholder: the filler replaces text and pictures only. Two runs give the same bytes.
 */
import {
  MalformedFileError,
  MissingCloseDelimiterError,
  MissingStartDelimiterError,
  type PathPart,
  TemplateHandler,
} from 'easy-template-x';
import { fail, ok, type Result } from '../../core/result.ts';
import type { Language } from '../../i18n/translate.ts';
import { fixZipDates } from '../zip-dates.ts';
import { checkTemplate } from './check-template.ts';
import { defaultSlipTemplate } from './default-templates.ts';
import type { SlipWords } from './placeholder-types.ts';
import { RepeatBody } from './repeat-body.ts';
import type { Slip } from './slip.ts';
import { createResolver } from './template-values.ts';

export interface SlipDocumentWords extends SlipWords {
  /** Of the default template. */
  readonly language: Language;
}

/** Word itself nests a table in a table in a table to no more than this. */
const MAX_XML_DEPTH = 60;

/**
 * The bytes of a .docx with every slip on a page of its own, in the given order; a problem where the template is no
 * Word file or has a placeholder or a loop that is wrong. All slips must be `of` the same thing where the default
 * template is taken, which is chosen by the first. Without slips an empty document. O(slips × template).
 */
export async function slipsDocx(
  slips: readonly Slip[],
  words: SlipDocumentWords,
  template?: Uint8Array,
): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const resolve = createResolver(slips, words);
  const handler = new TemplateHandler({
    maxXmlDepth: MAX_XML_DEPTH,
    scopeDataResolver: ({ path, strPath }) => resolve(strPath, optionsOf(path.at(-1)).cm) as string,
    extensions: { beforeCompilation: [new RepeatBody()] },
  });
  try {
    const source = template ?? (await defaultSlipTemplate(slips[0]?.of ?? 'finding', words.language));
    const bytes = Uint8Array.from(source).buffer;
    const wrong = await checkTemplate(handler, bytes);
    if (wrong) return { ok: false, problem: wrong };
    const filled = new Uint8Array(await handler.process(bytes, {}));
    fixZipDates(filled);
    return ok(filled);
  } catch (error) {
    return explainFailure(error);
  }
}

/** Whether a template can be used, and the placeholders that stand in it, each once. Fails as `slipsDocx` does. */
export async function examineTemplate(template: Uint8Array): Promise<Result<readonly string[]>> {
  const handler = new TemplateHandler({ maxXmlDepth: MAX_XML_DEPTH });
  try {
    const bytes = Uint8Array.from(template).buffer;
    const wrong = await checkTemplate(handler, bytes);
    if (wrong) return { ok: false, problem: wrong };
    const tags = await handler.parseTags(bytes);
    return ok([...new Set(tags.map(({ name }) => name))]);
  } catch (error) {
    return explainFailure(error);
  }
}

/** `[cm: 8]` after a placeholder's name. */
const optionsOf = (tag: PathPart | undefined) => (typeof tag === 'object' ? (tag.options ?? {}) : {});

function explainFailure(error: unknown): Result<never> {
  if (error instanceof MissingCloseDelimiterError)
    return fail('slip-placeholder-broken', { placeholder: error.openDelimiterText });
  if (error instanceof MissingStartDelimiterError)
    return fail('slip-placeholder-broken', { placeholder: error.closeDelimiterText });
  if (error instanceof MalformedFileError) return fail('slip-template-unreadable');
  return fail('slip-template-failed', { reason: error instanceof Error ? error.message : String(error) });
}
