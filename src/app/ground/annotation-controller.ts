/**
 * Draws the annotations of the scene that is on the map. They follow the scene as it is edited, undone or deleted,
 * and their sizes follow the zoom, the size of the map and the wall. Leaving the briefing takes the scene off.
 */
import { annotationTextPixels, shapesOfAnnotations, shapesOfHandles } from '../../briefing/ground/annotation-shapes.ts';
import { formatLength } from '../../i18n/format.ts';
import type { Translate } from '../../i18n/make-translator.ts';
import type { InkShape, MapView } from '../../map/map-types.ts';
import { metersPerPixel } from '../../map/scale-bar.ts';
import type { SettingsStore } from '../../ui/store/settings-store.ts';
import type { ViewStore } from '../../ui/store/view-store.ts';
import type { WorkspaceStore } from '../../ui/store/workspace-store.ts';

export interface AnnotationParts {
  readonly view: ViewStore;
  readonly workspace: WorkspaceStore;
  readonly settings: SettingsStore;
  /** In the language of the page. */
  readonly translator: () => Translate;
}

/** While the map zooms, heads of arrows are drawn anew this often: a ninth larger or smaller between two is not seen. */
const ZOOM_STEP = 0.15;
const NONE: readonly InkShape[] = [];

export interface Annotations {
  /** What is drawn: now, and after every change. Returns the function that ends it. */
  watch(listener: (shapes: readonly InkShape[]) => void): () => void;
}

export function followAnnotations({ view, workspace, settings, translator }: AnnotationParts): Annotations {
  let drawnZoom = 0;
  let isEmpty = true;
  let drawn: readonly InkShape[] = NONE;
  const watchers = new Set<(shapes: readonly InkShape[]) => void>();

  const draw = () => {
    const { map, sceneOnMap, annotationInHand, presenting } = view.getState();
    const annotations = sceneOnMap?.annotations ?? [];
    if (!map || (isEmpty && annotations.length === 0)) return;
    isEmpty = annotations.length === 0;
    drawnZoom = map.map.getZoom();
    const inHand = presenting ? undefined : annotations.find(({ id }) => id === annotationInHand);
    drawn = isEmpty
      ? NONE
      : [
          ...shapesOfAnnotations(annotations, measureOf(map, presenting, translator())),
          ...(inHand ? shapesOfHandles(inHand) : []),
        ];
    map.setInk(drawn);
    for (const watch of watchers) watch(drawn);
  };
  const follow = ({ map }: MapView) => {
    const zoomed = (least: number) => {
      if (!isEmpty && Math.abs(map.getZoom() - drawnZoom) > least) draw();
    };
    map.on('move', () => zoomed(ZOOM_STEP));
    map.on('moveend', () => zoomed(0));
    map.on('resize', draw);
  };

  view.subscribe((state, before) => {
    if (state.map !== before.map) {
      isEmpty = true;
      if (state.map) follow(state.map);
    }
    // The scene is a thing of the briefing: elsewhere its marks would be taken for data.
    if (state.mode !== before.mode && state.sceneOnMap && before.mode === 'brief') {
      view.setState({ sceneOnMap: undefined });
      return;
    }
    const isSame =
      state.map === before.map &&
      state.presenting === before.presenting &&
      state.annotationInHand === before.annotationInHand &&
      state.sceneOnMap?.annotations === before.sceneOnMap?.annotations;
    if (!isSame) draw();
  });
  settings.subscribe((state, before) => {
    if (state.language !== before.language) draw();
  });
  workspace.subscribe((state, before) => {
    const scenes = state.document?.scenes;
    const { sceneOnMap } = view.getState();
    if (!sceneOnMap || scenes === before.document?.scenes) return;
    view.setState({ sceneOnMap: scenes?.find(({ id }) => id === sceneOnMap.id) });
  });
  return {
    watch(listener) {
      watchers.add(listener);
      listener(drawn);
      return () => watchers.delete(listener);
    },
  };
}

function measureOf({ map }: MapView, isWall: boolean, translate: Translate) {
  const { clientWidth, clientHeight } = map.getContainer();
  return {
    textPixels: annotationTextPixels(isWall, clientWidth, clientHeight),
    metersPerPixel: metersPerPixel(map.getCenter().lat, map.getZoom()),
    writeRadius: (radiusMeters: number) => translate('ground.radius', { radius: formatLength(radiusMeters) }),
  };
}
