/** The papers of the month as one file: the page draws the slides, the engine's worker writes everything. */
import { ok, type Result } from '../../../../core/result.ts';
import type { MonthPack } from '../../../../engine/protocol.ts';
import type { AppServices } from '../../../app-context.tsx';
import type { RunningTask } from '../../../running-work.ts';
import { makeDeck } from './export-slides.ts';

export interface MonthPackRequest {
  readonly withSlides: boolean;
  readonly withSlips: boolean;
  readonly withPersonal: boolean;
  readonly deadlineDays: number;
  readonly linkTo: string | undefined;
}

/** Fails where nothing is open, and when cancelled. Talking points stay behind: they are for the presenter. */
export async function makeMonthPack(
  services: AppServices,
  { withSlides, withSlips, withPersonal, deadlineDays, linkTo }: MonthPackRequest,
  work: RunningTask,
): Promise<Result<MonthPack>> {
  const scenes = services.workspace.getState().document?.scenes ?? [];
  const deck =
    withSlides && scenes.length > 0
      ? await makeDeck(services, { scenes, ratio: '16:9', withNotes: false }, work)
      : ok(undefined);
  if (!deck.ok) return deck;
  const { language } = services.settings.getState();
  const slips = withSlips ? { deadlineDays, withPersonal } : undefined;
  return services.commands.writeMonthPack({ language, linkTo, slides: deck.value, slips }, work.signal);
}
