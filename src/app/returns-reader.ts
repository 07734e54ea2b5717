/** Files that came back, read for the dialog that says what they would change: tables by the engine, photos here. */
import { problem } from '../core/result.ts';
import type { CallOptions, EngineClient } from '../engine/engine-client.ts';
import type { ReturnedPhoto } from '../reports/slips/returned-photo.ts';
import type { SlipCommands } from '../ui/slips/slip-commands.ts';
import type { WorkspaceStore } from '../ui/store/workspace-store.ts';
import { readCasePhoto } from './case-photos.ts';
import { clockOffsetOf } from './clock-offset.ts';

const PICTURE = /\.(?:jpe?g|png|webp|bmp|gif|hei[cf])$/iu;

export function createReturnsReader(engine: EngineClient, workspace: WorkspaceStore): SlipCommands['readReturns'] {
  return async (files, call: CallOptions = {}) => {
    const offset = clockOffsetOf(workspace.getState());
    const photos: ReturnedPhoto[] = [];
    const take = async (file: File) => photos.push(await readCasePhoto(file, offset));
    const papers = files.filter(({ name }) => !PICTURE.test(name));
    const inputs = await Promise.all(
      papers.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
    );
    const read = await engine.readReturned(inputs, call);
    if (!read.ok) return { tables: [], photos, problems: [read.problem] };
    // One after the other: a hundred photos never stand in memory at once.
    for (const file of files.filter(({ name }) => PICTURE.test(name))) {
      if (call.signal?.aborted) break;
      await take(file);
    }
    for (const { name, bytes } of read.value.pictures) await take(new File([bytes], name));
    const problems = [...read.value.problems];
    if (files.length > 0 && read.value.tables.length === 0 && problems.length === 0 && papers.length === 0)
      problems.push(problem('return-only-photos'));
    return { tables: read.value.tables, photos, problems };
  };
}
