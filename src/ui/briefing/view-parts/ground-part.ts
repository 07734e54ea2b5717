/** The scene itself, for what is drawn of it on the ground: its annotations. They are not looked at, but made of it. */
import type { ViewPart } from './view-part.ts';

export const groundPart: ViewPart = {
  read: () => ({}),
  show(scene, { view }) {
    view.setState({ sceneOnMap: scene });
    return undefined;
  },
  remember({ view }) {
    const { sceneOnMap } = view.getState();
    return () => view.setState({ sceneOnMap });
  },
};
