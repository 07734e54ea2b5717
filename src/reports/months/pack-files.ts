/** The papers of a month with the words of a language, which are fetched here: a worker has none. Slips where they are asked for. */
import { ok, type Result } from '../../core/result.ts';
import type { Language } from '../../i18n/language.ts';
import { createWords } from '../../i18n/words.ts';
import type { CheckResult } from '../../model/findings.ts';
import type { WorkspaceDocument } from '../../model/workspace.ts';
import { gatherMonth, type MonthFile, monthFiles } from './month-papers.ts';

export interface PackOptions {
  readonly language: Language;
  /** Where the app is served: findings of the ledger lead there. */
  readonly linkTo: string | undefined;
  /** Slips of all open findings, one a street, where a workspace has streets. */
  readonly slips: PackSlips | undefined;
}

export interface PackSlips {
  readonly deadlineDays: number;
  readonly withPersonal: boolean;
}

/** Files in their order; at the end what could not be read of earlier months, or why there are no slips. */
export async function* packFiles(
  document: WorkspaceDocument,
  check: CheckResult,
  { language, linkTo, slips }: PackOptions,
): AsyncGenerator<MonthFile, Result<undefined>> {
  const words = createWords();
  await words.load(language);
  const translate = words.of(language);
  const papers = gatherMonth(document, check, translate);
  yield* monthFiles(papers, { linkTo });
  if (slips) {
    const [{ buildSlips }, { slipsDocx }, { withStreetMaps }] = await Promise.all([
      import('../slips/build-slips.ts'),
      import('../slips/slips-docx.ts'),
      import('../slips/slip-maps.ts'),
    ]);
    const built = buildSlips(document, check, { translate, language, per: 'street', ...slips });
    if (built.length > 0) {
      const made = await slipsDocx(await withStreetMaps(document, built, translate), { translate, language });
      if (!made.ok) return made;
      yield { name: 'slips.docx', pieces: [made.value] };
    }
  }
  return ok(undefined, papers.problems);
}
