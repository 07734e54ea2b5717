/** What pressing a street does: it becomes the scope; what lies within a scope is shown on the map instead. */
import type { Subject } from '../../core/subject.ts';
import { useCommands, useTexts, useView } from '../app-context.tsx';

export interface ZonePick {
  /** A zone is the scope: what is told apart are the zones within it. */
  readonly isWithin: boolean;
  /** Of what lies in none of the zones. */
  readonly outsideName: string;
  readonly labelOf: (name: string) => string;
  readonly pick: (zone: Subject) => void;
}

export function usePickZone(): ZonePick {
  const { t } = useTexts();
  const { setScope, select } = useCommands();
  const isNarrowed = useView((state) => state.scope !== undefined);
  const isWithin = useView((state) => state.scope?.type === 'zone');
  return {
    isWithin,
    outsideName: t(isWithin ? 'charts.outsideWithin' : 'charts.outside'),
    labelOf: (name) => t(isNarrowed ? 'charts.pickFeature' : 'charts.pickZone', { name }),
    pick: (zone) => {
      if (isNarrowed) select({ type: 'feature', subject: zone });
      else setScope({ type: 'zone', zone });
    },
  };
}
