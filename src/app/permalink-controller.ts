/**
 * The address of the page follows what is looked at, and what an address says is looked at again: once its
 * workspace is open, and of findings once they are in. Until then the address stays as it came.
 */
import { problem } from '../core/result.ts';
import type { Scope } from '../model/scope.ts';
import { workspaceKey } from '../model/workspace-key.ts';
import { listScopes } from '../ui/store/scope-members.ts';
import { addNotices, DEFAULT_LOOK, lookOf, type Target, type ViewStore } from '../ui/store/view-store.ts';
import type { WorkspaceStore } from '../ui/store/workspace-store.ts';
import { formatPermalink, type LinkedScope, type Permalink, parsePermalink } from './permalink.ts';

/** One write for a pan or a run through a list; browsers refuse hundreds in a row. */
const WRITE_AFTER_MS = 300;

export interface PermalinkPage {
  readHash(): string;
  /** Replaces it: the browser's history is for pages, not for pans. */
  writeHash(hash: string): void;
  onHashChange(listener: () => void): void;
}

export interface PermalinkControllerParts {
  readonly view: ViewStore;
  readonly workspace: WorkspaceStore;
  readonly page: PermalinkPage;
  readonly select: (target: Target, options: { zoom: boolean }) => void;
  readonly setScope: (scope: Scope) => void;
}

export interface PermalinkController {
  start(): void;
  /** Writes at once what may still be waiting. */
  flush(): void;
}

export function createPermalinkController(parts: PermalinkControllerParts): PermalinkController {
  const { view, workspace, page, select, setScope } = parts;
  let waiting: Permalink | undefined;
  /** A link to a workspace that is not open: it waits for it, while the address follows the view. */
  let forAnother: Permalink | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let unfollowMap: (() => void) | undefined;

  const tell = (code: string, count?: number) =>
    addNotices(view, 'warning', [count === undefined ? problem(code) : problem(code, { count })]);

  const write = () => {
    clearTimeout(timer);
    timer = undefined;
    const { document } = workspace.getState();
    if (!waiting && document) page.writeHash(formatPermalink(readView(view, document)));
  };
  const writeSoon = () => {
    timer ??= setTimeout(write, WRITE_AFTER_MS);
  };

  const read = () => {
    const link = parsePermalink(page.readHash());
    if (link === 'broken') tell('inspect.link-broken');
    waiting = typeof link === 'object' ? link : undefined;
    applySoon();
  };

  /** After whoever frames a workspace that was just opened. */
  const applySoon = () => queueMicrotask(apply);
  const apply = () => {
    const { document, features, check, phase } = workspace.getState();
    if (!waiting || !document) return;
    if (waiting.workspace !== workspaceKey(document.name)) {
      forAnother = waiting;
      waiting = undefined;
      return tell('inspect.link-other');
    }
    const { hiddenLayers, hiddenRules, selection, scope, camera } = waiting;
    const { map } = view.getState();
    const isFinding = selection?.type === 'finding';
    const isSettled = phase === 'ready' || phase === 'updating';
    // Without WebGL there is never a map: then the findings are enough.
    if ((camera && !map && !isSettled) || (isFinding && !check && !isSettled)) return;
    waiting = undefined;
    const layerIds = new Set(document.layers.map(({ id }) => id));
    const hidden = hiddenLayers.filter((id) => layerIds.has(id));
    view.setState({
      looks: Object.fromEntries(hidden.map((id) => [id, { ...DEFAULT_LOOK, visible: false }])),
      hiddenRules: new Set(hiddenRules),
    });
    const foundScope = scope && findScope(scope);
    if (foundScope) setScope(foundScope);
    const isThere =
      selection?.type === 'finding'
        ? workspace.getState().findingById.has(selection.id)
        : selection && features.get(selection.subject.layer)?.indexOf(selection.subject.feature) !== undefined;
    if (selection && isThere) select(selection, { zoom: false });
    // Last, so that nothing moves it again.
    if (camera) map?.setCamera({ ...camera, pitch: 0 }, { motion: false });
    const missing =
      hiddenLayers.length - hidden.length + Number(!!scope && !foundScope) + Number(!!selection && !isThere);
    if (missing > 0) tell('inspect.link-partly', missing);
    writeSoon();
  };

  const findScope = (scope: LinkedScope): Scope | undefined => {
    const { zones, owners } = listScopes(workspace.getState().features);
    if (scope.type === 'owner') {
      const owner = owners.find((one) => workspaceKey(one.owner) === scope.key)?.owner;
      return owner === undefined ? undefined : { type: 'owner', owner };
    }
    const isSame = ({ zone }: (typeof zones)[number]) =>
      zone.layer === scope.zone.layer && zone.feature === scope.zone.feature;
    return zones.some(isSame) ? scope : undefined;
  };

  return {
    start() {
      read();
      page.onHashChange(read);
      workspace.subscribe((state, before) => {
        if (state.document === before.document && state.check === before.check && state.phase === before.phase) return;
        if (state.document && forAnother?.workspace === workspaceKey(state.document.name)) {
          waiting = forAnother;
          forAnother = undefined;
        }
        if (waiting) applySoon();
        else if (state.document !== before.document) writeSoon();
      });
      view.subscribe((state, before) => {
        if (state.map !== before.map) {
          unfollowMap?.();
          unfollowMap = state.map?.on('move', writeSoon);
          if (waiting) applySoon();
          else writeSoon();
        }
        const { looks, hiddenRules, selection, scope } = state;
        const isSame =
          looks === before.looks &&
          hiddenRules === before.hiddenRules &&
          selection === before.selection &&
          scope === before.scope;
        if (!isSame) writeSoon();
      });
    },
    flush: write,
  };
}

function readView(
  view: ViewStore,
  document: { readonly name: string; readonly layers: readonly { readonly id: string }[] },
): Permalink {
  const state = view.getState();
  const camera = state.map?.camera();
  return {
    workspace: workspaceKey(document.name),
    ...(camera ? { camera } : {}),
    hiddenLayers: document.layers.map(({ id }) => id).filter((id) => !lookOf(state, id).visible),
    hiddenRules: [...state.hiddenRules],
    selection: state.selection,
    ...(state.scope ? { scope: linked(state.scope) } : {}),
  };
}

function linked(scope: Scope): LinkedScope {
  return scope.type === 'owner' ? { type: 'owner', key: workspaceKey(scope.owner) } : scope;
}
