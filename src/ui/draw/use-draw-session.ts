/**
 * A feature in hand, from the first click to the patch: the controller on the map, the fields of the
 * form, the live figures. What was committed leaves through `onEdit` as one patch.
 */
import type { Map as MapLibreMap } from 'maplibre-gl';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ProbeDraft, ProbeResult } from '../../checks/session-types.ts';
import { type Problem, problem, type Result } from '../../core/result.ts';
import type { Subject } from '../../core/subject.ts';
import { IDLE } from '../../draw/draw-state.ts';
import type {
  DrawGesture,
  DrawState,
  DrawSwitches,
  SketchPurpose,
  SketchTool,
  SnapSource,
} from '../../draw/draw-types.ts';
import {
  deleteFeature,
  type FeaturePatch,
  findFeature,
  findLayerOfKind,
  patchOfSave,
} from '../../draw/feature-edits.ts';
import { offsetPosition } from '../../draw/offset-position.ts';
import { parseTypedVertex } from '../../draw/parse-position.ts';
import type { Shape } from '../../draw/shape-paths.ts';
import { usualLevelAndDuty } from '../../draw/usual-attributes.ts';
import type { Frame } from '../../geo/laea.ts';
import { isZoneKind, type LayerKind } from '../../model/kinds.ts';
import type { Patch } from '../../model/patch.ts';
import type { Layer, WorkspaceDocument } from '../../model/workspace.ts';
import { type FieldTexts, textsOf, valuesOf } from '../feature/field-values.ts';
import { useController } from './use-controller.ts';
import { usePieceWorkloads } from './use-piece-workloads.ts';
import { useProbe } from './use-probe.ts';

export interface DrawSessionOptions {
  readonly map: MapLibreMap | undefined;
  readonly frame: Frame;
  readonly document: WorkspaceDocument;
  /** Layers to snap to: those that show. */
  readonly snapSources: () => Iterable<SnapSource>;
  /** Layers of a kind that show: what has borders in common with a feature of it. */
  readonly layersOfKind: (kind: LayerKind) => Iterable<SnapSource>;
  /** What a new layer of a kind is called. */
  readonly layerTitle: (kind: LayerKind) => string;
  readonly probe: (draft: ProbeDraft) => Promise<Result<ProbeResult>>;
  /** False in a tab that only follows another: tools rest, and what is in hand waits. */
  readonly canEdit: boolean;
  readonly onEdit: (patch: Patch) => void;
  readonly onSelect: (subject: Subject | undefined) => void;
  /** A letter that the controller does not know; true if it meant something. */
  readonly onLetter: (letter: string) => boolean;
}

export interface InHand {
  readonly kind: LayerKind;
  readonly subject?: Subject;
  /** The fields as they were when it was taken in hand. */
  readonly before: FieldTexts;
  /** The feature's edit as it was then: another one means that somebody changed it meanwhile. */
  readonly seen: unknown;
}

/** What the engine calls a layer that the first zone will make. */
const LAYER_TO_COME = 'to-come';

export type DrawSession = ReturnType<typeof useDrawSession>;

export function useDrawSession(options: DrawSessionOptions) {
  const { document, frame } = options;
  const [state, setState] = useState(IDLE);
  const [inHand, setInHand] = useState<InHand>();
  const [texts, setTexts] = useState<FieldTexts>({});
  const [notice, setNotice] = useState<Problem>();
  const [switches, setSwitches] = useState<DrawSwitches>({ tracing: false, shared: true, snapping: true });
  /** Of what is in hand: known before it is. */
  const kind = useRef<LayerKind>('patrolZone');
  const latest = useRef({ ...options, texts, inHand });
  useEffect(() => {
    latest.current = { ...options, texts, inHand };
  });

  const onCommit = useCallback((gesture: DrawGesture) => {
    const now = latest.current;
    const made = patchOfGesture(now.document, gesture, now.texts, now.inHand, now.layerTitle);
    setInHand(undefined);
    if (!made) return;
    now.onEdit(made.patch);
    now.onSelect(gesture.type === 'delete' ? undefined : made.subject);
  }, []);

  const controller = useController(options.map, frame, {
    snapSources: useCallback(() => latest.current.snapSources(), []),
    zones: useCallback(() => latest.current.layersOfKind(kind.current), []),
    onState: useCallback((next: DrawState) => {
      setState(next);
      if (next.phase === 'idle') setInHand(undefined);
    }, []),
    onCommit,
    refusal: useCallback((gesture: DrawGesture['type']) => refusalOf(gesture, latest.current), []),
    onNotice: setNotice,
    onKey: useCallback((key: string) => latest.current.onLetter(key), []),
  });
  useEffect(() => controller?.setSwitches(switches), [controller, switches]);

  const reset = useCallback(() => {
    controller?.reset();
    setNotice(undefined);
  }, [controller]);

  // Undo, or another edit, may take away the feature in hand.
  const gone = inHand?.subject !== undefined && editOf(document, inHand.subject) !== inHand.seen;
  useEffect(() => {
    if (gone) reset();
  }, [gone, reset]);

  const draft = useMemo(() => draftOf(document, state.shape, inHand, texts), [document, state.shape, inHand, texts]);
  const { probe, probing } = useProbe(draft, options.probe);
  const pieceWorkloads = usePieceWorkloads(state.pieces, draft, options.probe);

  const takeNew = (of: LayerKind) => {
    kind.current = of;
    const usual = isZoneKind(of) ? usualLevelAndDuty(findLayerOfKind(document, of)) : {};
    const empty = textsOf(undefined, of);
    setTexts({ ...empty, ...usual, ...(of === 'bareSoil' ? { status: 'uncovered' } : {}) });
    setInHand({ kind: of, before: empty, seen: undefined });
    setNotice(undefined);
  };
  return {
    ready: controller !== undefined && options.canEdit,
    controller,
    state,
    inHand,
    texts,
    setTexts,
    notice,
    setNotice,
    switches,
    setSwitches,
    draft,
    probe,
    probing,
    pieceWorkloads,
    cancel: () => controller?.cancel(),
    reset,
    sketch: (tool: SketchTool, purpose: SketchPurpose, of: LayerKind) => {
      if (!controller) return;
      if (!options.canEdit) return setNotice(READ_ONLY);
      if (purpose === 'create') takeNew(of);
      controller.sketch(tool, purpose);
    },
    take: (shape: Shape, of: LayerKind) => {
      takeNew(of);
      controller?.take(shape);
    },
    edit: (subject: Subject) => {
      const layer = layerOf(document, subject);
      const feature = findFeature(document, subject);
      const shape = feature?.geometry;
      if (!controller || !layer || !feature || !shape || shape.type === 'GeometryCollection') return;
      const before = textsOf(feature, layer.kind);
      setTexts(before);
      kind.current = layer.kind;
      controller.edit({ subject, shape });
      setInHand({ kind: layer.kind, subject, before, seen: editOf(document, subject) });
    },
    finish: () => controller?.finish(),
    remove: (subject: Subject) => {
      if (!options.canEdit) return setNotice(READ_ONLY);
      reset();
      onCommit({ type: 'delete', subject });
    },
    /** False where the text says no place; a notice says why. */
    placeTyped: (text: string): boolean => {
      const typed = parseTypedVertex(text);
      if (!typed) setNotice(problem('draw.typed-vertex', { text }));
      else if (typed.type === 'position') controller?.place(typed.position);
      else if (state.vertex)
        controller?.place(offsetPosition(state.vertex, typed.distanceMeters, typed.bearingDegrees, frame));
      else setNotice(problem('draw.offset-needs-vertex'));
      return typed !== undefined && (typed.type === 'position' || state.vertex !== undefined);
    },
  };
}

const READ_ONLY = problem('app.read-only');

/** A tab that follows saves nothing; a form with a fault is not saved, and says why. */
function refusalOf(
  gesture: DrawGesture['type'],
  { canEdit, inHand, texts }: { canEdit: boolean; inHand: InHand | undefined; texts: FieldTexts },
): Problem | undefined {
  if (!canEdit) return READ_ONLY;
  if (gesture === 'delete') return undefined;
  const read = inHand && valuesOf(texts, inHand.kind, inHand.before);
  return read?.ok === false ? read.problem : undefined;
}

function draftOf(
  document: WorkspaceDocument,
  shape: Shape | undefined,
  inHand: InHand | undefined,
  { owner, level, duty }: FieldTexts,
): ProbeDraft | undefined {
  if (!inHand || !isZoneKind(inHand.kind)) return undefined;
  if (shape?.type !== 'Polygon' && shape?.type !== 'MultiPolygon') return undefined;
  const { subject, kind } = inHand;
  return {
    layer: subject?.layer ?? findLayerOfKind(document, kind)?.id ?? LAYER_TO_COME,
    kind,
    geometry: shape,
    ...(subject ? { feature: subject.feature } : {}),
    ...(owner ? { owner } : {}),
    ...(level ? { level } : {}),
    ...(duty ? { duty } : {}),
  };
}

function patchOfGesture(
  document: WorkspaceDocument,
  gesture: DrawGesture,
  texts: FieldTexts,
  inHand: InHand | undefined,
  layerTitle: (kind: LayerKind) => string,
): FeaturePatch | undefined {
  if (gesture.type === 'delete') return deleteFeature(document, gesture.subject);
  if (!inHand) return undefined;
  const { kind, before } = inHand;
  const read = valuesOf(texts, kind, before);
  return read.ok ? patchOfSave(document, gesture, read.value, { kind, layerTitle: layerTitle(kind) }) : undefined;
}

const layerOf = (document: WorkspaceDocument, subject: Subject): Layer | undefined =>
  document.layers.find((layer) => layer.id === subject.layer);

/** What is laid over the base for this feature; `gone` when its layer is. */
function editOf(document: WorkspaceDocument, subject: Subject): unknown {
  const layer = layerOf(document, subject);
  return layer ? layer.edits.get(subject.feature) : 'gone';
}
