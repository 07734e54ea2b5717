/** Slips 交办单 as files: asked of the engine, with pictures of the places from the one map of the page. */
import { fail, ok, type Problem, problem, type Result } from '../core/result.ts';
import type { CallOptions, EngineClient } from '../engine/engine-client.ts';
import type { Translate } from '../i18n/make-translator.ts';
import { type CasePhoto, photosPatch } from '../model/case-edits.ts';
import { casesByFinding } from '../model/cases.ts';
import type { Patch } from '../model/patch.ts';
import { comparePhoto } from '../reports/slips/compare-photo.ts';
import { casePhotoName } from '../reports/slips/match-photos.ts';
import { findOwnTemplate, templatePatch } from '../reports/slips/own-template.ts';
import type { Slip } from '../reports/slips/slip.ts';
import { type RunningTask, runWork } from '../ui/running-work.ts';
import type { SlipCommands } from '../ui/slips/slip-commands.ts';
import type { SettingsStore } from '../ui/store/settings-store.ts';
import type { ViewStore } from '../ui/store/view-store.ts';
import type { WorkspaceStore } from '../ui/store/workspace-store.ts';
import { readCasePhoto } from './case-photos.ts';
import { clockOffsetOf } from './clock-offset.ts';
import { download, fileName } from './download.ts';
import { createReturnsReader } from './returns-reader.ts';
import type { SlipPictures } from './slip-pictures.ts';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export interface SlipControllerParts {
  readonly engine: EngineClient;
  readonly workspace: WorkspaceStore;
  readonly view: ViewStore;
  readonly settings: SettingsStore;
  readonly pictures: SlipPictures;
  readonly edit: (patch: Patch) => void;
  readonly translator: () => Translate;
  /** Once the engine has all edits that were made so far. */
  readonly settled: () => Promise<void>;
}

export function createSlipController(parts: SlipControllerParts): SlipCommands {
  const { engine, workspace, view, settings, pictures, edit, translator, settled } = parts;
  const work = <T>(name: string, run: (task: RunningTask) => Promise<T>) => runWork(view, name, run);

  const write = async (asked: Parameters<SlipCommands['make']>[0], call: Required<CallOptions>) => {
    const { maps: kind, ...request } = asked;
    await settled();
    const { document } = workspace.getState();
    if (!document) return fail('engine.nothing-open');
    // A street's map is always drawn from the layers: a picture of the page has no numbers.
    const isStreet = request.per === 'street';
    const maps = kind === 'page' && !isStreet ? await pictures.take(request.ids, call) : ok({});
    if (!maps.ok) return maps;
    const template = findOwnTemplate(document, request.per);
    const { language } = settings.getState();
    const drawsMaps = isStreet ? kind !== 'none' : kind === 'drawn';
    const own = template && { template };
    return engine.writeSlips({ ...request, language, maps: maps.value, drawsMaps, ...own }, call);
  };

  const templateInUse = async (of: Slip['of']) => {
    const { document } = workspace.getState();
    const own = document && findOwnTemplate(document, of);
    if (own) return own;
    const { defaultSlipTemplate } = await import('../reports/slips/default-templates.ts');
    return defaultSlipTemplate(of, settings.getState().language);
  };

  return {
    async make(asked) {
      const made = await work('returns.work.slips', (call) => write(asked, call));
      if (!made.ok) return made;
      const { bytes, ...rest } = made.value;
      const t = translator();
      download(
        `${fileName(workspace.getState().document?.name ?? '', t(`returns.kind.${asked.kind}`))}.docx`,
        [bytes],
        WORD,
      );
      return ok(rest);
    },
    async takeTemplate(of, file): Promise<Result<readonly string[]>> {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const examined = await engine.examineTemplate(bytes);
      if (examined.ok) edit(templatePatch(of, bytes, file.name));
      return examined;
    },
    async addPhotos(id, side, files) {
      const { document: before, findingById } = workspace.getState();
      const own = before && casesByFinding(before).get(id);
      const offset = clockOffsetOf(workspace.getState());
      const notes: Problem[] = [];
      const photos: CasePhoto[] = [];
      for (const file of files) {
        const { name, bytes, place } = await readCasePhoto(file, offset);
        if (bytes) photos.push({ name: casePhotoName(id, side === 'photos' ? name : `before-${name}`), bytes });
        else notes.push(problem('return-photo-unreadable', { name, id }));
        // A photo from before may well be older than the slip.
        notes.push(...comparePhoto(name, place, findingById.get(id), side === 'photos' ? own : undefined));
      }
      const { document } = workspace.getState();
      if (document && photos.length > 0) edit(photosPatch(document, id, side, photos));
      return notes;
    },
    readReturns: createReturnsReader(engine, workspace),
    downloadTemplate: (of) =>
      void templateInUse(of).then((bytes) =>
        download(`${fileName(translator()(`returns.template.${of}`))}.docx`, [bytes], WORD),
      ),
  };
}
