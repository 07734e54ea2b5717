/** The look of the map: the page's, or on the wall the scene's. */
import type { SettingsState, Theme } from './settings-store.ts';
import type { ViewState } from './view-store.ts';

/**
 * While scenes are put together the map already has the look that a scene asks for by name; the projector's comes
 * with the wall alone, since the panels beside the map would not fit it.
 */
export function mapTheme(
  { presenting, mode, sceneTheme }: Pick<ViewState, 'presenting' | 'mode' | 'sceneTheme'>,
  { theme }: Pick<SettingsState, 'theme'>,
): Theme {
  if (presenting) return sceneTheme ?? 'projector';
  return mode === 'brief' && sceneTheme && sceneTheme !== 'projector' ? sceneTheme : theme;
}
