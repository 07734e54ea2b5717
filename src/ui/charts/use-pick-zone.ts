/** What pressing a street does: it becomes the scope; what lies within a scope is shown on the map instead. */
import type { Subject } from '../../core/subject.ts';
import { useCommands, useTexts, useView } from '../app-context.tsx';

export interface ZonePick {
  readonly labelOf: (name: string) => string;
  readonly pick: (zone: Subject) => void;
}

export function usePickZone(): ZonePick {
  const { t } = useTexts();
  const { setScope, select } = useCommands();
  const isNarrowed = useView((state) => state.scope !== undefined);
  return {
    labelOf: (name) => t(isNarrowed ? 'charts.pickFeature' : 'charts.pickZone', { name }),
    pick: (zone) => {
      if (isNarrowed) select({ type: 'feature', subject: zone });
      else setScope({ type: 'zone', zone });
    },
  };
}
