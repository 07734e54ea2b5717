/** The board of a scene, filled from the data of now. */
import { useEffect, useState } from 'react';
import { isAboutHotspot } from '../../../briefing/scene-numbers.ts';
import type { Result } from '../../../core/result.ts';
import type { Finding } from '../../../model/findings.ts';
import type { Scene } from '../../../model/scene.ts';
import type { Board } from '../../../reports/boards/board.ts';
import { gatherBoardFacts } from '../../../reports/boards/board-facts.ts';
import { buildBoard } from '../../../reports/boards/build-board.ts';
import { readEarlierMonths } from '../../../reports/boards/earlier-months.ts';
import { type AppServices, useApp, useTexts, useWorkspace } from '../../app-context.tsx';
import { titleOf } from '../../store/layer-features.ts';
import { createHotspotFilter } from '../scene-hotspots.ts';

export type BoardState = { readonly type: 'counting' | 'failed' } | { readonly type: 'counted'; readonly board: Board };
const COUNTING: BoardState = { type: 'counting' };

/** Undefined for a scene without a board. Counted anew when data or language change; the old one stays until then. */
export function useBoard(scene: Scene): BoardState | undefined {
  const services = useApp();
  const { t } = useTexts();
  const check = useWorkspace((state) => state.check);
  const [counted, setCounted] = useState<{ readonly scene: Scene; readonly state: BoardState }>();
  const { board } = scene;
  // biome-ignore lint/correctness/useExhaustiveDependencies: after an edit the check is another one, and so is the board
  useEffect(() => {
    if (!board) return undefined;
    let isCurrent = true;
    void countBoard(services, scene).then((made) => {
      if (!isCurrent) return;
      setCounted({ scene, state: made?.ok ? { type: 'counted', board: made.value } : { type: 'failed' } });
    });
    return () => {
      isCurrent = false;
    };
  }, [services, scene, board, check, t]);
  if (!board) return undefined;
  return counted?.scene === scene ? counted.state : COUNTING;
}

/** The same for slides and files. Undefined for a scene without a board, and before the first check. */
export async function countBoard(
  { workspace, commands, words, settings }: AppServices,
  { board, scope, hotspots }: Pick<Scene, 'board' | 'scope' | 'hotspots'>,
): Promise<Result<Board> | undefined> {
  const { document, check, features } = workspace.getState();
  if (!board || !document || !check) return undefined;
  const members = scope && commands.membersOf(scope);
  const earlier = board.type === 'months' ? readEarlierMonths(document, check.asOf) : [];
  const placed: readonly Pick<Finding, 'at'>[] = [...check.findings, ...earlier.flatMap(({ findings }) => findings)];
  const places = Float64Array.from(placed.flatMap(({ at }) => [at[0], at[1]]));
  const answer = await commands.streetsOf({ places });
  if (!answer.ok) return answer;
  const roads = board.type === 'roadsideSoil' ? await commands.roadsideSoil() : undefined;
  if (roads && !roads.ok) return roads;
  const { streets, codes } = answer.value;
  const names = streets.map((street) => titleOf(features, street));
  const codeOf = new Map(placed.map((finding, index) => [finding.at, codes[index] ?? 0]));
  // Of hotspots those that the map beside it shows.
  const isShown =
    hotspots && 'rule' in board && isAboutHotspot(board.rule)
      ? createHotspotFilter(workspace.getState())(hotspots)
      : undefined;
  const { language } = settings.getState();
  const facts = gatherBoardFacts({
    document,
    check,
    isInScope: (finding) => (members?.hasFinding(finding) ?? true) && (isShown?.(finding) ?? true),
    earlier,
    roadsideSoil: roads?.value,
    streetOf: ({ at }) => names[(codeOf.get(at) ?? 0) - 1],
    streets: names,
    t: words.of(language),
    language,
  });
  return { ok: true, value: buildBoard(board, facts), notes: [] };
}
