/** A click on the wall: waits for what lies there, asks whose ground it is, and answers. Put away, the scene points at its own finding again. */
import { useEffect, useMemo, useRef, useState } from 'react';
import { squareAround } from '../../../briefing/place-square.ts';
import type { PlayerAction } from '../../../briefing/scene-player.ts';
import type { MapPointer } from '../../../map/map-types.ts';
import type { Scene } from '../../../model/scene.ts';
import { useApp, useTexts, useView, useWorkspace } from '../../app-context.tsx';
import { sameTarget, type Target } from '../../store/view-store.ts';
import { type Ground, listWhose, type WhoseAnswer } from './list-whose.ts';

const GROUND_SIDE_METERS = 2;
const NOWHERE: Ground = { isKnown: false, grids: [], street: undefined };

export interface Whose {
  readonly answer: WhoseAnswer;
  /** Which of the things that lie there, from 1, and how many there are. */
  readonly number: number;
  readonly count: number;
  /** Where on the wall was clicked: the card stands on the other side. */
  readonly isLeft: boolean;
}

/** Undefined until the engine has answered. */
export function useWhose(scene: Scene, asked: boolean, onAction: (action: PlayerAction) => void): Whose | undefined {
  const { view, commands } = useApp();
  const { t, language } = useTexts();
  const map = useView((state) => state.map);
  const selection = useView((state) => state.selection);
  const underPointer = useView((state) => state.underPointer);
  const features = useWorkspace((state) => state.features);
  const check = useWorkspace((state) => state.check);
  const findingById = useWorkspace((state) => state.findingById);
  const [pointer, setPointer] = useState<MapPointer>();
  const [ground, setGround] = useState<Ground>(NOWHERE);
  const isWaiting = useWaiting(pointer, selection, underPointer);

  const latest = useRef(onAction);
  useEffect(() => {
    latest.current = onAction;
  });
  useEffect(() => {
    if (!map) return undefined;
    return map.on('click', (clicked) => {
      setPointer(clicked);
      latest.current({ type: 'ask' });
    });
  }, [map]);

  useEffect(() => {
    if (!pointer) return undefined;
    let isNewest = true;
    setGround(NOWHERE);
    void Promise.all([
      commands.groundShares([squareAround(pointer.at, GROUND_SIDE_METERS)]),
      commands.streetsOf({ places: Float64Array.of(...pointer.at) }),
    ]).then(([shares, streets]) => {
      if (!isNewest) return;
      const leaves = shares.ok ? (shares.value[0] ?? []).filter(({ isLeaf }) => isLeaf) : [];
      const street = streets.ok ? streets.value.streets[(streets.value.codes[0] ?? 0) - 1] : undefined;
      setGround({ isKnown: shares.ok, grids: leaves.map(({ zone }) => zone), street });
    });
    return () => {
      isNewest = false;
    };
  }, [pointer, commands]);

  // Put away: before the next scene shows its own.
  useEffect(() => {
    if (!asked) return undefined;
    return () => {
      setPointer(undefined);
      view.setState({ underPointer: [] });
      commands.select(pointedAt(scene), { zoom: false, reveal: false });
    };
  }, [asked, scene, view, commands]);

  const target = underPointer.length > 0 ? selection : undefined;
  const answer = useMemo(
    () => (asked ? listWhose(target, ground, { features, check, findingById }, t, language) : undefined),
    [asked, target, ground, features, check, findingById, t, language],
  );
  if (!pointer || !answer || isWaiting) return undefined;
  const place = underPointer.findIndex((one) => sameTarget(one, target));
  return { answer, number: place + 1, count: underPointer.length, isLeft: pointer.pixel[0] < innerWidth / 2 };
}

function pointedAt({ finding, feature }: Scene): Target | undefined {
  if (finding !== undefined) return { type: 'finding', id: finding };
  return feature && { type: 'feature', subject: feature };
}

/** From a click until the selection has answered it: what was selected before is no answer. */
function useWaiting(pointer: unknown, selection: unknown, underPointer: unknown): boolean {
  const [seen, setSeen] = useState({ pointer, selection, underPointer, isWaiting: false });
  if (seen.pointer !== pointer) setSeen({ pointer, selection, underPointer, isWaiting: pointer !== undefined });
  else if (seen.selection !== selection || seen.underPointer !== underPointer)
    setSeen({ pointer, selection, underPointer, isWaiting: false });
  return seen.pointer !== pointer || seen.isWaiting;
}
