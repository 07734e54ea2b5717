/** Jobs that write what leaves a briefing: slides, and the papers of the month in one file. The writers are fetched when they are first asked for. */
import type { Session } from '../checks/session.ts';
import { fail, ok } from '../core/result.ts';
import { checkpoint } from '../core/task.ts';
import { zipFiles } from '../formats/workspace/zip.ts';
import type { JobHandlers } from './job-runner.ts';

export function createPackJobs(
  findSession: () => Session | undefined,
): Pick<JobHandlers, 'writeSlides' | 'writeMonthPack'> {
  return {
    async writeSlides(deck) {
      const { slidesPptx } = await import('../reports/slides/slides-pptx.ts');
      return ok(await slidesPptx(deck));
    },
    async writeMonthPack({ language, linkTo, slides, slips }, task) {
      const session = findSession();
      if (!session) return fail('engine.nothing-open');
      const { document, check } = session;
      const [{ packFiles }, { slidesPptx }] = await Promise.all([
        import('../reports/months/pack-files.ts'),
        import('../reports/slides/slides-pptx.ts'),
      ]);
      const files: { path: string; bytes: Uint8Array<ArrayBuffer> }[] = [];
      const packed = packFiles(document, check, { language, linkTo, slips });
      for (let next = await packed.next(); ; next = await packed.next()) {
        await checkpoint(task);
        if (next.done) {
          if (!next.value.ok) return next.value;
          if (slides) files.push({ path: 'slides.pptx', bytes: await slidesPptx(slides) });
          return ok({ bytes: zipFiles(files), files: files.map(({ path }) => path).sort() }, next.value.notes);
        }
        files.push({ path: next.value.name, bytes: bytesOf(next.value.pieces) });
      }
    },
  };
}

function bytesOf(pieces: Iterable<string | Uint8Array>): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const parts = Array.from(pieces, (piece) => (typeof piece === 'string' ? encoder.encode(piece) : piece));
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
