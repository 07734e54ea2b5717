/** Under a scene's title: what it keeps in one line, of the scene on the map part by part, each to be taken off; and what is gone. */
import { CloseButton } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMemo } from 'react';
import { listKept, listLosses, withoutPart } from '../../../briefing/scene-contents.ts';
import { changeScene } from '../../../briefing/scene-edits.ts';
import { listClosed } from '../../../model/cases.ts';
import type { Scene } from '../../../model/scene.ts';
import { useWorkspace } from '../../app-context.tsx';
import type { BriefingPanelProps } from '../briefing-props.ts';
import { describeLoss, describePart } from './scene-words.ts';
import classes from './scenes.module.css';
import { useWordsContext } from './use-words-context.ts';

interface SceneKeepsProps extends Pick<BriefingPanelProps, 'scenes' | 'onEdit'> {
  readonly scene: Scene;
  readonly isShown: boolean;
}

export function SceneKeeps({ scene, scenes, isShown, onEdit }: SceneKeepsProps) {
  const context = useWordsContext();
  const { t } = context;
  const kept = listKept(scene).map((part) => ({
    part,
    words: describePart(part, scene, context),
  }));
  const losses = useLosses(scene, scenes);
  return (
    <>
      {!isShown && kept.length > 0 && (
        <p className={classes.keeps} data-testid="scene-keeps">
          {kept.map(({ words }) => words).join(' · ')}
        </p>
      )}
      {isShown && kept.length > 0 && (
        <ul className={classes.parts} aria-label={t('briefing.keeps')} data-testid="scene-parts">
          {kept.map(({ part, words }) => (
            <li key={part} className={classes.part} data-testid={`scene-part-${part}`}>
              <span title={words}>{words}</span>
              <CloseButton
                size={24}
                iconSize={14}
                aria-label={t('briefing.takeOff', { part: words, title: scene.title })}
                title={t('briefing.takeOffHint')}
                onClick={() => onEdit(changeScene(scenes, scene.id, withoutPart(part)))}
              />
            </li>
          ))}
        </ul>
      )}
      {losses.length > 0 && (
        <p className={classes.losses} data-testid="scene-losses">
          <IconAlertTriangle size={14} aria-hidden />
          <span>{losses.map((loss) => describeLoss(loss, { t })).join(t('briefing.loss.separator'))}</span>
        </p>
      )}
    </>
  );
}

function useLosses(scene: Scene, scenes: readonly Scene[]) {
  const features = useWorkspace((state) => state.features);
  const findings = useWorkspace((state) => (state.check ? state.findingById : undefined));
  const cases = useWorkspace((state) => state.document?.cases);
  return useMemo(
    () =>
      listLosses(scene, {
        hasLayer: (layer) => features.has(layer),
        hasFeature: ({ layer, feature }) => features.get(layer)?.indexOf(feature) !== undefined,
        findings,
        closed: scene.finding === undefined ? new Set() : listClosed({ cases: cases ?? [] }),
        hasScene: (id) => scenes.some((other) => other.id === id),
      }),
    [scene, scenes, features, findings, cases],
  );
}
