/** What the two sides of a before and after are called. Pure. */

import { formatDate } from '../../../i18n/format.ts';
import type { Translate } from '../../../i18n/make-translator.ts';
import type { Scene } from '../../../model/scene.ts';
import type { WorkspaceDocument } from '../../../model/workspace.ts';

export interface SwipeLabels {
  readonly left: string;
  readonly right: string;
}

/** Undefined where there are no two sides: no swipe, or its other scene is gone. */
export function swipeLabels(
  { swipe, title }: Pick<Scene, 'swipe' | 'title'>,
  { scenes, layers, asOf }: Pick<WorkspaceDocument, 'scenes' | 'layers' | 'asOf'>,
  t: Translate,
): SwipeLabels | undefined {
  switch (swipe?.left) {
    case undefined:
      return undefined;
    case 'scene': {
      const other = scenes.find(({ id }) => id === swipe.scene);
      return other && { left: other.title, right: title };
    }
    case 'without': {
      const names = [
        ...swipe.layers.map((id) => layers.find((layer) => layer.id === id)?.title ?? id),
        ...(swipe.rules ?? []).map((rule) => t(`rule.${rule}`)),
      ].join(t('ground.side.separator'));
      return {
        left: names ? t('ground.side.without', { names }) : t('ground.side.before'),
        right: t('ground.side.after'),
      };
    }
    case 'month':
      return {
        left: t('ground.side.month', { month: swipe.month }),
        right: asOf ? t('ground.side.now', { date: formatDate(asOf) }) : t('ground.side.present'),
      };
  }
}
