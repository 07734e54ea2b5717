/** What narrows the map of a scene, said on the wall beside it: a number or a map of a part must not pass for the whole. */
import type { KeptPart } from '../../../briefing/scene-contents.ts';
import type { Scene } from '../../../model/scene.ts';
import { useTexts, useWorkspace } from '../../app-context.tsx';
import { describePart } from './scene-words.ts';

const CONDITIONS = ['scope', 'filter', 'hotspots', 'whatIf', 'siltLayers'] as const satisfies readonly KeptPart[];

export function SceneConditions({ scene, className }: { readonly scene: Scene; readonly className?: string }) {
  const { t, language } = useTexts();
  const features = useWorkspace((state) => state.features);
  const findingById = useWorkspace((state) => state.findingById);
  const words = CONDITIONS.flatMap((part) =>
    scene[part] === undefined ? [] : [describePart(part, scene, { t, language, features, findingById })],
  );
  if (scene.whatIf?.wind) words.push(t('briefing.screening'));
  if (words.length === 0) return null;
  return (
    <p className={className} data-testid="stage-conditions">
      {words.join(' · ')}
    </p>
  );
}
