/** The look of the map on the wall. */
import type { ViewPart } from './view-part.ts';

export const themePart: ViewPart = {
  /** A light page gives the projector's look: the same white paper, with edges that can be seen from afar. */
  read({ view, settings }) {
    const { sceneTheme } = view.getState();
    const theme = sceneTheme ?? (settings.getState().theme === 'dark' ? 'dark' : 'projector');
    return theme === 'projector' ? {} : { theme };
  },
  show({ theme = 'projector' }, { view }) {
    view.setState({ sceneTheme: theme });
    return undefined;
  },
  remember({ view }) {
    const { sceneTheme } = view.getState();
    return () => view.setState({ sceneTheme });
  },
};
