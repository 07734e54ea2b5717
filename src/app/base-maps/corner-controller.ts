/** While a picture is being placed: its handles on the map, its outline while they move, its place when they are let go. */
import type { CornerHandles } from '../../map/corner-handles.ts';
import type { Corners } from '../../model/base-map.ts';
import { type BaseMapStore, changePicture } from '../../ui/store/base-map-store.ts';
import { setOverlay, type ViewStore } from '../../ui/store/view-store.ts';

export interface CornerControllerParts {
  readonly store: BaseMapStore;
  readonly view: ViewStore;
  readonly translate: (key: string) => string;
}

const OVERLAY = 'picture-corners';
const OUTLINE = '#1f527f';
const HANDLE_KEYS = ['topLeft', 'topRight', 'bottomRight', 'bottomLeft', 'middle'] as const;

export function followCorners({ store, view, translate }: CornerControllerParts): void {
  let handles: CornerHandles | undefined;
  let turn = 0;

  const outline = (corners: Corners | undefined) =>
    setOverlay(
      view,
      OVERLAY,
      corners
        ? [
            {
              geometry: { type: 'Polygon', coordinates: [[...corners, corners[0]].map((corner) => [...corner])] },
              line: { color: OUTLINE, width: 2, dashed: true },
            },
          ]
        : [],
    );
  const cornersOf = (id: string): Corners | undefined => {
    const placing = store.getState().pictures.find((picture) => picture.id === id)?.placing;
    return placing?.type === 'corners' ? placing.corners : undefined;
  };

  const begin = async () => {
    const mine = ++turn;
    handles?.remove();
    handles = undefined;
    const { placing: id } = store.getState();
    const { map } = view.getState();
    const corners = id === undefined ? undefined : cornersOf(id);
    outline(corners);
    if (id === undefined || !corners || !map) return;
    const { createCornerHandles } = await import('../../map/corner-handles.ts');
    if (mine !== turn) return;
    handles = createCornerHandles(map.map, {
      corners,
      names: HANDLE_KEYS.map((key) => translate(`basemaps.corner.${key}`)),
      onMove: outline,
      onEnd: (moved) => changePicture(store, id, { placing: { type: 'corners', corners: moved } }),
    });
  };

  store.subscribe((state, before) => {
    const id = state.placing;
    if (id !== before.placing) return void begin();
    if (id === undefined || state.pictures === before.pictures) return;
    const corners = cornersOf(id);
    if (!corners || !handles) return void begin();
    handles.setCorners(corners);
    outline(corners);
  });
  // Handles go with the panel, and with the map that they stand on.
  view.subscribe((state, before) => {
    const isOpen = state.panel === 'baseMaps' && state.mode === 'browse';
    if (!isOpen && store.getState().placing !== undefined) store.setState({ placing: undefined });
    else if (state.map !== before.map) void begin();
  });
}
