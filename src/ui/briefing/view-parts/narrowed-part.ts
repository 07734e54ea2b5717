/** What a scene narrows the map to, beside filters that somebody sets: pairs that the engine measures. */
import { until } from '../until.ts';
import { PATIENCE_MS, type ViewPart } from './view-part.ts';

export const narrowedPart: ViewPart = {
  read({ view }) {
    const { narrowed } = view.getState();
    return narrowed ? { narrowed } : {};
  },
  show({ narrowed }, { view }) {
    if (view.getState().narrowed === narrowed) return undefined;
    view.setState({ narrowed });
    return narrowed && until(view, ({ masks }) => masks.narrowed !== undefined, PATIENCE_MS);
  },
  remember({ view }) {
    const { narrowed } = view.getState();
    return () => view.setState({ narrowed });
  },
};
