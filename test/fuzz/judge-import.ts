/** What is wrong with how dropped files were taken: judged is what the user gets, layers and problems. */
import type { Problem } from '../../src/core/result.ts';
import { openImport } from '../../src/formats/importing/import-session.ts';
import type { ImportExamination } from '../../src/formats/importing/import-types.ts';
import { isJunk } from '../../src/formats/workspace/workspace-files.ts';
import { type PathAndBytes, stemOf } from '../../src/formats/workspace/workspace-path.ts';

/** What the files give while they are whole. */
export interface WholeAnswer {
  readonly layers: number;
  /** Of everything that is said of them: code → how often. */
  readonly words: ReadonlyMap<string, number>;
}

export async function answerWhole(files: readonly PathAndBytes[]): Promise<WholeAnswer> {
  const { examination } = await openImport(files, { layers: [], profiles: [] }, {});
  return { layers: examination.layers.length, words: countWords(examination) };
}

/** Undefined for nothing. `whole`: what the same files gave before one was broken. */
export async function judgeImport(
  files: readonly PathAndBytes[],
  whole: WholeAnswer = { layers: 0, words: new Map() },
): Promise<string | undefined> {
  try {
    const session = await openImport(files, { layers: [], profiles: [] }, {});
    const { examination } = session;
    if ((globalThis as { wasRun?: unknown }).wasRun !== undefined) return 'something in it was run';
    if (({} as Record<string, unknown>).a !== undefined) return 'objects got a property from it';
    const fault = findSilence(files, examination) ?? findLoss(examination, whole);
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
  const { layers, problems } = examination;
  const isOf = (name: string | undefined, path: string) => name === path || name?.startsWith(`${path}/`) === true;
  for (const { code, at } of wordsOf(examination))
    if (!files.some(({ path }) => isOf(at?.file, path))) return `${code} says that it is of file ${at?.file}`;
  const told = [...layers.map(({ file }) => file), ...problems.map(({ at }) => at?.file)];
  for (const { path } of files) {
    // The parts of a shapefile are told of by its name.
    const isTold = told.some((name) => isOf(name, path) || (name && stemOf(name) === stemOf(path)));
    if (!isTold && !isJunk(path)) return `of ${path} nothing was read and nothing was said`;
  }
  return undefined;
}

function findLoss(examination: ImportExamination, whole: WholeAnswer): string | undefined {
  const { layers } = examination;
  const isSaid = [...countWords(examination)].some(([code, count]) => count > (whole.words.get(code) ?? 0));
  if (layers.length < whole.layers && !isSaid)
    return `${layers.length} of ${whole.layers} layers are left, and of the others nothing was said`;
  for (const { records, facts, notes } of layers) {
    const skipped = records - facts.features;
    if (skipped < 0) return `${facts.features} features of ${records} records`;
    if (skipped > 0 && notes.length === 0) return `${skipped} records were skipped without a word`;
  }
  return undefined;
}

function countWords(examination: ImportExamination): Map<string, number> {
  const words = new Map<string, number>();
  for (const { code } of wordsOf(examination)) words.set(code, (words.get(code) ?? 0) + 1);
  return words;
}

const wordsOf = ({ layers, problems, notes }: ImportExamination): readonly Problem[] => [
  ...problems,
  ...notes,
  ...layers.flatMap((layer) => layer.notes),
];
