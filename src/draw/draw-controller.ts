/**
 * Drawing and editing one feature on the map: a small machine (see DrawPhase) over pen, pointer and
 * keys, with refusals in words and its own undo of what is not finished. It never writes into the
 * document: `onCommit` says what should become an edit. Framework-free.
 */
import type { Map as MapLibreMap } from 'maplibre-gl';
import { type Problem, problem } from '../core/result.ts';
import type { Subject } from '../core/subject.ts';
import { applySketch } from './apply-sketch.ts';
import { createBorderFollower } from './border-follower.ts';
import {
  beginDraft,
  changedNeighbours,
  type Draft,
  type DraftStep,
  editVertex,
  movedInTime,
  newFault,
  newVertices,
  shapeOfStep,
  stepOf,
  type VertexEdit,
  withStep,
} from './draft.ts';
import { type DrawKey, listenToDrawKeys, type nudgeOf } from './draw-keys.ts';
import { draftState, hasGround, IDLE, isAreaTool, type Sketch, sketchState } from './draw-state.ts';
import type {
  DrawController,
  DrawGesture,
  DrawMarks,
  DrawOptions,
  DrawSwitches,
  ReshapedFeature,
} from './draw-types.ts';
import { keepClicks } from './keep-clicks.ts';
import { createMapSnapping } from './map-snapping.ts';
import { meetEdges } from './meet-edges.ts';
import { overlayItems, sketchItems } from './overlay-items.ts';
import { findCrossing } from './ring-crossing.ts';
import { handlesOf } from './shape-handles.ts';
import { createShapeKeys } from './shape-keys.ts';
import { createShapeOverlay } from './shape-overlay.ts';
import { holdsPosition, pathsOfShape, type Shape, samePosition, type VertexAddress } from './shape-paths.ts';
import { type Grab, listenToShape, middlesOf } from './shape-pointer.ts';
import { findNeighbours } from './shared-border.ts';
import { shapeOfSketch } from './sketch-shape.ts';
import { createPen } from './terra-draw-pen.ts';
import { middleOf, transformByPointer } from './transform-shape.ts';

type Position = GeoJSON.Position;

export function createDrawController(map: MapLibreMap, options: DrawOptions): DrawController {
  const { frame } = options;
  let state = IDLE;
  let sketch: Sketch | undefined;
  let draft: Draft | undefined;
  /** The step as it is dragged: not among the draft's steps before it is let go. */
  let dragged: DraftStep | undefined;
  let chosen: VertexAddress | undefined;
  let transforming = false;
  let switches: DrawSwitches = { tracing: false, shared: true, snapping: true };
  let grab:
    | { readonly grab: Grab; readonly step: DraftStep; readonly at: Position; readonly about: Position }
    | undefined;
  let noticeCode: string | undefined;
  let stopListening: (() => void) | undefined;

  const border = createBorderFollower(options.snapSources, frame);
  const overlay = createShapeOverlay(map);
  const current = (): DraftStep | undefined => dragged ?? (draft && stepOf(draft));
  const snapping = createMapSnapping(map, {
    frame,
    sources: options.snapSources,
    enabled: () => switches.snapping,
    except: (layer, feature) => isSame(draft?.subject, layer, feature) || goesAlong(layer, feature),
  });
  const keys = createShapeKeys(frame, {
    step: () => (sketch ? undefined : current()),
    chosen: () => chosen,
    isTransforming: () => transforming,
    choose(address) {
      chosen = address;
      stage();
    },
    change,
    keep,
  });
  const pen = createPen(map, { snap: snapping.snap, accept: acceptSketch, onChange: stage, onClosed: takeSketch });

  /** What has the grabbed vertex moves with it, and cannot be what it snaps to. */
  function goesAlong(layer: string, feature: string): boolean {
    if (!switches.shared || grab?.grab.type !== 'vertex') return false;
    const { path, vertex } = grab.grab.address;
    const position = grab.step.paths[path]?.positions[vertex];
    const neighbour = grab.step.neighbours.find(({ subject }) => isSame(subject, layer, feature));
    return neighbour?.paths.some(({ positions }) => positions.some((own) => samePosition(own, position))) ?? false;
  }

  function notice(found: Problem | undefined): void {
    if (found?.code === noticeCode) return;
    noticeCode = found?.code;
    options.onNotice(found);
  }

  function begin(): void {
    stopAll();
    map.getCanvas().focus({ preventScroll: true });
    const stop = [
      listenToDrawKeys(onKey),
      snapping.start(),
      keepClicks(map),
      listenToShape(map, {
        paths: () => (sketch ? undefined : current()?.paths),
        handles: () => (transforming && current() ? handlesOf(current()!.paths, frame) : undefined),
        holds: (position) => holdsPosition(current()?.paths ?? [], position),
        onGrab: startDrag,
        onDrag: drag,
        onRelease: endDrag,
        onRemove: (address) => change({ type: 'remove', address }),
        onLeave: () => {
          chosen = undefined;
          stage();
        },
      }),
    ];
    stopListening = () => {
      for (const end of stop) end();
    };
    notice(snapping.usable() ? undefined : problem('draw.zoom-in-to-snap'));
  }

  function stopAll(): void {
    stopListening?.();
    stopListening = undefined;
    pen.stop();
    sketch = undefined;
    draft = undefined;
    dragged = undefined;
    grab = undefined;
    chosen = undefined;
    transforming = false;
    border.clear();
  }

  function toIdle(): void {
    stopAll();
    notice(undefined);
    stage();
  }

  /** Tells what there is now: to the map and to the panel. */
  function stage(): void {
    if (sketch) stageSketch(sketch);
    else if (draft) stageDraft(draft, current()!);
    else {
      state = IDLE;
      overlay.draw([]);
    }
    options.onState(state);
  }

  function stageSketch(own: Sketch): void {
    const placed = pen.placed();
    const path = pen.path();
    border.follow(path, placed, switches.tracing !== snapping.shift());
    if (isAreaTool(own.tool)) notice(crossingOf(border.expand(path.slice(0, placed), false)));
    const full = border.expand(path, false);
    const behind = draft ? overlayItems(stepOf(draft), undefined, undefined) : [];
    overlay.draw([...behind, ...sketchItems(full, hasGround(own.tool, placed))]);
    state = sketchState(own, path, full, placed, draft);
  }

  function stageDraft(own: Draft, step: DraftStep): void {
    state = draftState(own, step, chosen, transforming);
    overlay.draw(overlayItems(step, transforming ? handlesOf(step.paths, frame) : middles(step), state.vertex, own));
  }

  function acceptSketch(path: readonly Position[], complete: boolean): boolean {
    if (!sketch || !isAreaTool(sketch.tool)) return true;
    const ring = border.expand(path, complete);
    const fault = complete && ring.length < 3 ? problem('draw.three-vertices') : crossingOf(ring, complete);
    notice(fault);
    return !fault;
  }

  /** The sketch is closed: it becomes the draft, or is done to it. */
  function takeSketch(path: readonly Position[]): void {
    if (!sketch) return;
    const { tool, purpose } = sketch;
    if (switches.tracing && tool === 'polygon') border.close(path);
    const shape = shapeOfSketch(tool, border.expand(path, tool === 'polygon' || tool === 'freehand'), frame);
    border.clear();
    pen.stop();
    sketch = undefined;
    if (!draft || purpose === 'create') takeInHand(shape, undefined);
    else {
      const found = applySketch(stepOf(draft), purpose, shape, frame);
      if (found.ok) keep(found.value);
      else notice(found.problem);
    }
    stage();
  }

  function takeInHand(shape: Shape, subject: Subject | undefined): void {
    draft = beginDraft(shape, subject, findNeighbours(options.zones(), pathsOfShape(shape), subject));
    chosen = undefined;
  }

  /** Adds a step where the shape is sound. */
  function keep(step: DraftStep): void {
    if (!draft) return;
    const fault = newFault(stepOf(draft).paths, step.paths);
    notice(fault);
    if (!fault) draft = withStep(draft, step);
    stage();
  }

  function change(edit: VertexEdit): void {
    if (!draft) return;
    const found = editVertex(stepOf(draft), edit, switches.shared);
    notice(found.ok ? undefined : found.problem);
    if (found.ok) {
      draft = withStep(draft, found.value);
      if (edit.type === 'remove') chosen = undefined;
    }
    stage();
  }

  function startDrag(grabbed: Grab, at: Position): void {
    const step = current();
    if (!step) return;
    grab = { grab: grabbed, step, at, about: middleOf(step.paths, frame) };
    chosen = grabbed.type === 'vertex' ? grabbed.address : undefined;
    snapping.refresh();
    stage();
  }

  function drag(pixel: { readonly x: number; readonly y: number }, at: Position): void {
    if (!grab) return;
    const { grab: grabbed, step } = grab;
    if (grabbed.type === 'vertex' || grabbed.type === 'middle') {
      const to = snapping.snap(pixel) ?? at;
      const { address } = grabbed;
      const edit: VertexEdit =
        grabbed.type === 'vertex' ? { type: 'move', address, to } : { type: 'insert', address, at: to };
      const found = editVertex(step, edit, switches.shared);
      notice(found.ok ? undefined : found.problem);
      if (!found.ok) return;
      dragged = found.value;
      chosen = grabbed.type === 'vertex' ? address : { ...address, vertex: address.vertex + 1 };
    } else dragged = { ...step, paths: transformByPointer(step.paths, frame, grabbed.type, grab.about, grab.at, at) };
    stage();
  }

  function endDrag(): void {
    const step = dragged;
    dragged = undefined;
    grab = undefined;
    snapping.refresh();
    if (step && draft) draft = withStep(draft, step);
    notice(undefined);
    stage();
  }

  function moveInTime(by: 1 | -1): boolean {
    if (sketch) {
      const moved = by < 0 ? pen.undo() : pen.redo();
      if (moved) stage();
      return moved;
    }
    const next = draft && movedInTime(draft, by);
    if (!next) return false;
    draft = next;
    chosen = undefined;
    notice(undefined);
    stage();
    return true;
  }

  function finish(): void {
    if (sketch) {
      const least = sketch.tool === 'line' ? 2 : 3;
      const isPath = sketch.tool === 'polygon' || sketch.tool === 'line';
      if (!isPath || pen.placed() >= least) pen.close();
      else notice(problem(least === 2 ? 'draw.two-vertices' : 'draw.three-vertices'));
      return;
    }
    if (!draft) return;
    const refusal = options.refusal('save');
    notice(refusal);
    if (refusal) return;
    const { pieces, absorbed } = stepOf(draft);
    const gesture: DrawGesture = {
      type: 'save',
      subject: draft.subject,
      shape: shapeOfStep(draft, stepOf(draft)),
      pieces,
      absorbed,
      neighbours: neighboursOf(draft),
    };
    toIdle();
    options.onCommit(gesture);
  }

  /** Those that went along, and those that get a vertex where one was snapped onto their edge; not what was merged. */
  function neighboursOf(own: Draft): ReshapedFeature[] {
    const step = stepOf(own);
    const changed = changedNeighbours(own);
    const met = switches.shared
      ? meetEdges(options.zones(), newVertices(own, step), changed, own.subject, frame)
      : changed;
    return met.filter(({ subject: { layer, feature } }) => !step.absorbed.some((gone) => isSame(gone, layer, feature)));
  }

  function cancel(): void {
    if (sketch && draft) {
      pen.stop();
      sketch = undefined;
      border.clear();
      notice(undefined);
      stage();
    } else toIdle();
  }

  function remove(): void {
    const subject = draft?.subject;
    const refusal = subject && options.refusal('delete');
    notice(refusal);
    if (refusal) return;
    toIdle();
    if (subject) options.onCommit({ type: 'delete', subject });
  }

  function onKey(key: DrawKey, press: KeyboardEvent | Parameters<typeof nudgeOf>[0]): boolean {
    switch (key) {
      case 'finish':
        finish();
        return true;
      case 'cancel':
        cancel();
        return true;
      case 'undo':
        return moveInTime(-1);
      case 'redo':
        return moveInTime(1);
      case 'delete':
        if (sketch) moveInTime(-1);
        else if (!keys.removeChosen() && press.key === 'Delete') remove();
        return true;
      case 'nudge':
        return keys.nudge(press);
      case 'step':
        return keys.chooseNext(press.key === '.' ? 1 : -1);
      case 'turn':
        return keys.turn(press.key === '<');
      case 'scale':
        return keys.scale(press.key === '-');
      case 'letter':
        if (press.key.toLowerCase() === 'i' && keys.insert()) return true;
        return options.onKey(press.key.toLowerCase(), press.shiftKey);
    }
  }

  return {
    get state() {
      return state;
    },
    sketch(tool, purpose = 'create') {
      const kept = purpose === 'create' ? undefined : draft;
      begin();
      draft = kept;
      sketch = { tool, purpose };
      pen.draw(tool);
      stage();
    },
    edit({ subject, shape }) {
      begin();
      takeInHand(shape, subject);
      stage();
    },
    take(shape) {
      begin();
      takeInHand(shape, undefined);
      stage();
    },
    reshape(shape, absorbed = []) {
      const step = draft && stepOf(draft);
      if (!draft || !step) return;
      // What the overlay library answers is sound, though its rings may touch in a point.
      draft = withStep(draft, { ...step, paths: pathsOfShape(shape), absorbed: [...step.absorbed, ...absorbed] });
      chosen = undefined;
      notice(undefined);
      stage();
    },
    place(position) {
      if (sketch) pen.place(position);
      else if (chosen) change({ type: 'move', address: chosen, to: position });
    },
    setTransforming(on) {
      transforming = on;
      chosen = undefined;
      stage();
    },
    setSwitches(next) {
      switches = next;
      snapping.refresh();
      notice(draft || sketch ? (snapping.usable() ? undefined : problem('draw.zoom-in-to-snap')) : undefined);
    },
    otherWay() {
      if (sketch && border.otherWay(pen.path(), pen.placed())) stage();
    },
    finish,
    cancel,
    reset: toIdle,
    undo: () => moveInTime(-1),
    redo: () => moveInTime(1),
    refreshSnapping: snapping.refresh,
    show: ({ hatched, lit, collected }: DrawMarks) =>
      overlay.mark([
        ...hatched.map((geometry) => ({ role: 'hatched' as const, geometry })),
        ...lit.map((geometry) => ({ role: 'lit' as const, geometry })),
        ...collected.map((geometry) => ({ role: 'collected' as const, geometry })),
      ]),
    destroy() {
      stopAll();
      overlay.remove();
      state = IDLE;
    },
  };
}

const isSame = (subject: Subject | undefined, layer: string, feature: string) =>
  subject?.layer === layer && subject.feature === feature;

function middles(step: DraftStep): { readonly type: 'middle'; readonly position: Position }[] {
  return step.paths.flatMap((path) => middlesOf(path).map((position) => ({ type: 'middle' as const, position })));
}

function crossingOf(path: readonly Position[], closed = false): Problem | undefined {
  return findCrossing(path, closed) ? problem('draw.self-crossing') : undefined;
}
