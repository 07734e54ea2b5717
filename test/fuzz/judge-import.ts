/** What is wrong with how dropped files were taken: judged is what the user gets, layers and problems. */
import { openImport } from '../../src/formats/importing/import-session.ts';
import type { ImportExamination } from '../../src/formats/importing/import-types.ts';
import { isJunk } from '../../src/formats/workspace/workspace-files.ts';
import { type PathAndBytes, stemOf } from '../../src/formats/workspace/workspace-path.ts';

/** Undefined for nothing. */
export async function judgeImport(files: readonly PathAndBytes[]): Promise<string | undefined> {
  try {
    const session = await openImport(files, { layers: [], profiles: [] }, {});
    const { examination } = session;
    if ((globalThis as { wasRun?: unknown }).wasRun !== undefined) return 'something in it was run';
    if (({} as Record<string, unknown>).a !== undefined) return 'objects got a property from it';
    const fault = findSilence(files, examination) ?? findLoss(examination);
    if (fault) return fault;
    const choices = Object.fromEntries(examination.layers.map(({ key, choices }) => [key, choices]));
    const finished = await session.finish(choices, [], [], {});
    if (!finished.ok) return `as proposed it cannot be finished: ${finished.problem.code}`;
    const wanted = examination.layers.filter(({ choices }) => choices.included);
    const features = wanted.reduce((sum, { facts }) => sum + facts.features, 0);
    if (finished.value.features !== features) return `${finished.value.features} of ${features} features came in`;
    return undefined;
  } catch (error) {
    return `threw ${error instanceof Error ? (error.stack ?? error.message).slice(0, 400) : String(error)}`;
  }
}

/** A file of which neither a layer nor a word is left, or a word that says of no file that it speaks of. */
function findSilence(files: readonly PathAndBytes[], examination: ImportExamination): string | undefined {
  const { layers, problems, notes } = examination;
  const isOf = (name: string | undefined, path: string) => name === path || name?.startsWith(`${path}/`) === true;
  for (const { code, at } of [...problems, ...notes, ...layers.flatMap((layer) => layer.notes)])
    if (!files.some(({ path }) => isOf(at?.file, path))) return `${code} says that it is of file ${at?.file}`;
  const told = [...layers.map(({ file }) => file), ...problems.map(({ at }) => at?.file)];
  for (const { path } of files) {
    // The parts of a shapefile are told of by its name.
    const isTold = told.some((name) => isOf(name, path) || (name && stemOf(name) === stemOf(path)));
    if (!isTold && !isJunk(path)) return `of ${path} nothing was read and nothing was said`;
  }
  return undefined;
}

function findLoss({ layers }: ImportExamination): string | undefined {
  for (const { records, facts, notes } of layers) {
    const skipped = records - facts.features;
    if (skipped < 0) return `${facts.features} features of ${records} records`;
    if (skipped > 0 && notes.length === 0) return `${skipped} records were skipped without a word`;
  }
  return undefined;
}
