/** What narrows the map of a scene, said on the wall beside it: a number or a map of a part must not pass for the whole. */
import type { KeptPart } from '../../../briefing/scene-contents.ts';
import type { Scene } from '../../../model/scene.ts';
import { describePart } from './scene-words.ts';
import { useWordsContext } from './use-words-context.ts';

const CONDITIONS = [
  'scope',
  'narrowed',
  'filter',
  'hotspots',
  'whatIf',
  'siltLayers',
] as const satisfies readonly KeptPart[];

export function SceneConditions({ scene, className }: { readonly scene: Scene; readonly className?: string }) {
  const context = useWordsContext();
  const words = CONDITIONS.flatMap((part) => (scene[part] === undefined ? [] : [describePart(part, scene, context)]));
  if (scene.whatIf?.wind) words.push(context.t('briefing.screening'));
  if (words.length === 0) return null;
  return (
    <p className={className} data-testid="stage-conditions">
      {words.join(' · ')}
    </p>
  );
}
