/** What a scene has on the ground: its annotations, and the left side of its before and after. It is drawn, never read. */
import type { ViewPart } from './view-part.ts';

export const groundPart: ViewPart = {
  read: () => ({}),
  show(scene, { view }) {
    view.setState({ sceneOnMap: scene });
    return undefined;
  },
  remember({ view }) {
    const { sceneOnMap, swipeShare } = view.getState();
    return () => view.setState({ sceneOnMap, swipeShare });
  },
};
