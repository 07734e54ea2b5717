/**
 * Drawing and editing one zone on the map: a small machine (see DrawPhase) over the pen, with
 * snapping, keys, refusals in words and its own undo of what is not finished. It never writes into
 * the document: `onCommit` says what should become an edit. Framework-free.
 */
import type { Map as MapLibreMap } from 'maplibre-gl';
import { type Problem, problem } from '../core/result.ts';
import { type DrawKey, listenToDrawKeys } from './draw-keys.ts';
import type { DrawController, DrawOptions, DrawState, ZoneGeometry, ZoneToEdit } from './draw-types.ts';
import { type EditableRing, findEditableRing, NEW_RING } from './editable-ring.ts';
import { createMapSnapping } from './map-snapping.ts';
import { findCrossing } from './ring-crossing.ts';
import { createPen } from './terra-draw-pen.ts';
import { listenToVertices } from './vertex-pointer.ts';

type Ring = readonly GeoJSON.Position[];

interface Draft {
  readonly rules: Pick<EditableRing, 'rebuild' | 'findFault'>;
  readonly zone: ZoneToEdit | undefined;
  /** Rings as they were after each change; the last one that counts is at `at`. Empty while drawing. */
  steps: Ring[];
  at: number;
}

const IDLE: DrawState = { phase: 'idle', vertices: 0, changed: false, canUndoVertex: false };

export function createDrawController(map: MapLibreMap, options: DrawOptions): DrawController {
  let state = IDLE;
  let draft: Draft | undefined;
  let noticeCode: string | undefined;
  /** A midpoint was pulled out and is still held: the drag that follows belongs to the same step. */
  let inserted = false;
  let stopListening: (() => void) | undefined;

  const snapping = createMapSnapping(map, options.zones, () => draft?.zone?.subject);
  const pen = createPen(map, {
    snap: snapping.snap,
    accept,
    onChange: stage,
    onClosed: startEditingNew,
    onEdited: (change) => {
      if (change === 'moved' && inserted && draft) draft.at -= 1;
      inserted = change === 'inserted';
      keepStep();
    },
  });
  const vertices = listenToVertices(map, {
    ring: () => (state.phase === 'editing' ? pen.ring() : undefined),
    onRemove: removeVertex,
    onPress: () => {
      inserted = false;
    },
  });

  function notice(found: Problem | undefined): void {
    if (found?.code === noticeCode) return;
    noticeCode = found?.code;
    options.onNotice?.(found);
  }

  function setState(next: DrawState): void {
    state = next;
    options.onState?.(next);
  }

  /** What a ring may become; refusals are said in words. */
  function accept(ring: Ring, complete: boolean): boolean {
    const fault = complete ? draft?.rules.findFault(ring) : crossingOf(ring);
    notice(fault);
    return !fault;
  }

  function stage(): void {
    if (!draft) return;
    const ring = pen.ring() ?? [];
    const drawing = state.phase === 'drawing';
    const placed = drawing ? pen.placed() : ring.length - 1;
    // While drawing, the vertex under the pointer counts; closing edges may still cross.
    if (drawing) notice(crossingOf(ring.slice(0, -1)));
    const fit = distinct(ring) >= 3 && !draft.rules.findFault(ring);
    const geometry = fit ? draftGeometry(draft, ring) : undefined;
    setState({
      phase: drawing ? 'drawing' : 'editing',
      ...(draft.zone ? { subject: draft.zone.subject } : {}),
      ...(geometry ? { geometry } : {}),
      vertices: Math.max(0, placed),
      changed: drawing ? placed > 0 : draft.at > 0 || !draft.zone,
      canUndoVertex: drawing ? placed > 0 : draft.at > 0,
    });
    options.onStage?.(geometry);
  }

  function begin(next: Draft): void {
    stopAll();
    draft = next;
    map.getCanvas().focus({ preventScroll: true });
    const offKeys = listenToDrawKeys(onKey);
    const offVertices = vertices.start();
    const offSnapping = snapping.start();
    const offClicks = keepClicks(map);
    stopListening = () => {
      offKeys();
      offVertices();
      offSnapping();
      offClicks();
    };
    notice(snapping.usable() ? undefined : problem('draw.zoom-in-to-snap'));
  }

  function stopAll(): void {
    stopListening?.();
    stopListening = undefined;
    draft = undefined;
    pen.stop();
  }

  function toIdle(): void {
    stopAll();
    notice(undefined);
    setState(IDLE);
    options.onStage?.(undefined);
  }

  /** The ring was closed: its vertices can still be moved until it is finished. */
  function startEditingNew(): void {
    const ring = pen.ring();
    if (!draft || !ring) return;
    draft = { ...draft, steps: [ring], at: 0 };
    state = { ...state, phase: 'editing' };
    pen.edit(ring);
    stage();
  }

  function keepStep(): void {
    const ring = pen.ring();
    if (!draft || !ring || sameRing(ring, draft.steps[draft.at] ?? [])) return;
    draft.steps = [...draft.steps.slice(0, draft.at + 1), ring];
    draft.at = draft.steps.length - 1;
    notice(undefined);
    stage();
  }

  function removeVertex(index: number): void {
    const ring = pen.ring();
    if (!ring) return;
    const open = ring.slice(0, -1).toSpliced(index, 1);
    if (open.length < 3) {
      notice(problem('draw.three-vertices'));
      return;
    }
    const next = [...open, open[0] as GeoJSON.Position];
    if (!accept(next, true)) return;
    pen.replace(next);
    keepStep();
  }

  function step(by: 1 | -1): boolean {
    if (!draft) return false;
    if (state.phase === 'drawing') {
      const moved = by < 0 ? pen.undo() : pen.redo();
      if (moved) stage();
      return moved;
    }
    const ring = draft.steps[draft.at + by];
    if (!ring) return false;
    draft.at += by;
    pen.replace(ring);
    notice(undefined);
    stage();
    return true;
  }

  function finish(): void {
    if (!draft) return;
    if (state.phase === 'drawing') {
      if (pen.placed() < 3) notice(problem('draw.three-vertices'));
      else pen.close();
      return;
    }
    const { zone } = draft;
    const ring = draft.steps[draft.at] ?? [];
    const geometry = draftGeometry(draft, ring);
    toIdle();
    options.onCommit(zone ? { type: 'update', subject: zone.subject, geometry } : { type: 'create', geometry });
  }

  function remove(): void {
    const subject = draft?.zone?.subject;
    toIdle();
    if (subject) options.onCommit({ type: 'delete', subject });
  }

  function onKey(key: DrawKey): boolean {
    switch (key) {
      case 'finish':
        finish();
        return true;
      case 'cancel':
        toIdle();
        return true;
      case 'delete':
        if (state.phase === 'drawing') step(-1);
        else if (!vertices.removeActive()) remove();
        return true;
      case 'undo':
        return step(-1);
      case 'redo':
        return step(1);
    }
  }

  return {
    get state() {
      return state;
    },
    start(tool: 'polygon' | 'edit', zone?: ZoneToEdit) {
      if (tool === 'polygon' || !zone) {
        begin({ rules: NEW_RING, zone: undefined, steps: [], at: 0 });
        state = { ...IDLE, phase: 'drawing' };
        pen.draw();
      } else {
        const found = findEditableRing(zone.geometry);
        if (!found.ok) {
          toIdle();
          return notice(found.problem);
        }
        begin({ rules: found.value, zone, steps: [found.value.outer], at: 0 });
        state = { ...IDLE, phase: 'editing' };
        pen.edit(found.value.outer);
      }
      stage();
    },
    finish,
    cancel: toIdle,
    remove,
    undoVertex: () => step(-1),
    refreshSnapping: snapping.refresh,
    destroy() {
      stopAll();
      state = IDLE;
    },
  };
}

/** While drawing, a click places a vertex and nothing else: no selection, no zoom. The pen listens to pointer events. */
function keepClicks(map: MapLibreMap): () => void {
  const container = map.getCanvasContainer();
  const keep = (event: Event) => event.stopImmediatePropagation();
  container.addEventListener('click', keep, { capture: true });
  container.addEventListener('dblclick', keep, { capture: true });
  return () => {
    container.removeEventListener('click', keep, { capture: true });
    container.removeEventListener('dblclick', keep, { capture: true });
  };
}

/** The zone itself where nothing was changed, so that an untouched shape is no edit. */
function draftGeometry(draft: Draft, ring: Ring): ZoneGeometry {
  const untouched = draft.zone && sameRing(ring, draft.steps[0] ?? []);
  return untouched && draft.zone ? draft.zone.geometry : draft.rules.rebuild(ring);
}

function crossingOf(path: Ring): Problem | undefined {
  return findCrossing(path, false) ? problem('draw.self-crossing') : undefined;
}

const keyOf = (position: GeoJSON.Position) => `${position[0]},${position[1]}`;
const distinct = (ring: Ring) => new Set(ring.map(keyOf)).size;
const sameRing = (a: Ring, b: Ring) =>
  a.length === b.length && a.every((position, index) => keyOf(position) === keyOf(b[index] ?? []));
