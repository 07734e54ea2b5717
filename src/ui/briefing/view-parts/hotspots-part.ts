/** Which hotspots show and how they are drawn: what the time pane sets. */
import { formatSceneTime, readSceneTime } from '../../../briefing/scene-time.ts';
import { FACETS } from '../../../checks/hotspots/hotspot-table.ts';
import type { SceneHotspots } from '../../../model/scene.ts';
import type { AppServices } from '../../app-context.tsx';
import { HOTSPOT_DRAWINGS, INITIAL_TIME, isFiltering, type TimeState } from '../../store/time-store.ts';
import { until } from '../until.ts';
import { PATIENCE_MS, type ViewPart } from './view-part.ts';

type Choices = Pick<TimeState, 'drawing' | 'range' | 'off' | 'measure' | 'playing'>;

export const hotspotsPart: ViewPart = {
  read({ time, workspace }) {
    const { drawing, range, off, measure } = time.getState();
    if (drawing === 'points' && !isFiltering({ range, off })) return {};
    const facets = FACETS.flatMap((facet) => (off[facet].size > 0 ? [[facet, [...off[facet]]] as const] : []));
    const kept = range && formatSceneTime(range, asOfThe(workspace.getState()));
    return {
      hotspots: {
        drawing,
        ...(measure ? { measure } : {}),
        ...(kept ? { time: kept } : {}),
        ...(facets.length > 0 ? { off: Object.fromEntries(facets) } : {}),
      },
    };
  },
  show({ hotspots }, { time, workspace }) {
    const { isAsked } = time.getState();
    const choices = hotspots ? choicesOf(hotspots, asOfThe(workspace.getState())) : choicesOf({ drawing: 'points' });
    time.setState({ ...choices, isAsked: isAsked || hotspots !== undefined });
    return hotspots ? until(time, ({ filtered }) => filtered !== undefined, PATIENCE_MS) : undefined;
  },
  remember({ time }) {
    const { drawing, range, off, measure, playing } = time.getState();
    return () => time.setState({ drawing, range, off, measure, playing });
  },
};

function choicesOf({ drawing, measure, time, off = {} }: SceneHotspots, asOf?: string): Choices {
  return {
    // One of a later release is drawn one by one.
    drawing: HOTSPOT_DRAWINGS.find((known) => known === drawing) ?? INITIAL_TIME.drawing,
    range: readSceneTime(time, asOf),
    off: { source: new Set(off.source), kind: new Set(off.kind), confidence: new Set(off.confidence) },
    measure,
    playing: false,
  };
}

/** The date that months are counted from: that of the check, else of the workspace. */
function asOfThe({ check, document }: ReturnType<AppServices['workspace']['getState']>): string | undefined {
  return check?.asOf ?? document?.asOf;
}
