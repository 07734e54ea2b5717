/** The jobs of the import dialog, around one import under way. Knows nothing of an open workspace. */
import { fail, ok } from '../core/result.ts';
import { type ImportSession, openImport } from '../formats/importing/import-session.ts';
import type { JobHandlers } from './job-runner.ts';

type ImportJobs = Pick<JobHandlers, 'openImport' | 'reviseImport' | 'examineDatum' | 'finishImport'>;

export function createImportJobs(): ImportJobs {
  let session: ImportSession | undefined;
  return {
    async openImport({ files, surroundings }, task) {
      session = await openImport(files, surroundings, task);
      return ok(session.examination);
    },
    reviseImport: async ({ key, choices, against }, task) =>
      session ? session.revise(key, choices, against, task) : fail('import-layer-gone', { key }),
    examineDatum: async ({ key, reading, references }, task) =>
      session ? session.examineDatum(key, reading, references, task) : fail('import-layer-gone', { key }),
    finishImport: async ({ choices, existing, taken }, task) =>
      session ? session.finish(choices, existing, taken, task) : fail('import-layer-gone', { key: '' }),
  };
}
