/** Asks the engine what lies upwind, anew with each wind, filter, edit and hotspot; the newest answer is shown. */
import { useEffect, useState } from 'react';
import type { UpwindPlace } from '../../checks/around-types.ts';
import type { Subject } from '../../core/subject.ts';
import { useCommands, useView, useWorkspace } from '../app-context.tsx';

/** Turning the dial asks at most so often. */
const WAIT_MS = 80;
const MOST_SOURCES = 200;
const LEAST_FORCE = 1;
const NOWHERE: readonly UpwindPlace[] = [];

export function useUpwind(reachMeters: number, sectorDegrees: number) {
  const { upwind } = useCommands();
  const { wind, minAreaSquareMeters, onlyOpenSoil } = useView((state) => state.whatIf);
  const check = useWorkspace((state) => state.check);
  const focus = useFocus();
  const [places, setPlaces] = useState(NOWHERE);
  const fromDegrees = wind?.fromDegrees;
  const isCalm = wind?.force !== undefined && wind.force < LEAST_FORCE;
  // biome-ignore lint/correctness/useExhaustiveDependencies(check): another check is another workspace to ask
  useEffect(() => {
    if (fromDegrees === undefined || isCalm) {
      setPlaces(NOWHERE);
      return;
    }
    let isNewest = true;
    const ask = async () => {
      const subjects = focus ? [focus] : [];
      const question = { fromDegrees, sectorDegrees, reachMeters, subjects, minAreaSquareMeters, onlyOpenSoil };
      const answer = await upwind({ ...question, most: MOST_SOURCES });
      if (isNewest) setPlaces(answer.ok ? answer.value : NOWHERE);
    };
    const timer = setTimeout(() => void ask(), WAIT_MS);
    return () => {
      isNewest = false;
      clearTimeout(timer);
    };
  }, [fromDegrees, isCalm, sectorDegrees, reachMeters, minAreaSquareMeters, onlyOpenSoil, focus, check, upwind]);
  return { places, isCalm };
}

/** The hotspot or receptor that was selected last, itself or by a finding about it: it stays while its sources are looked at. */
function useFocus(): Subject | undefined {
  const selection = useView((state) => state.selection);
  const subject = useWorkspace(({ findingById, features }) => {
    const chosen = selection?.type === 'finding' ? findingById.get(selection.id)?.subjects[0] : selection?.subject;
    const kind = chosen && features.get(chosen.layer)?.layer.kind;
    return kind === 'hotspot' || kind === 'receptor' ? chosen : undefined;
  });
  const [focus, setFocus] = useState<Subject>();
  useEffect(() => {
    if (subject) setFocus(subject);
  }, [subject]);
  return focus;
}
