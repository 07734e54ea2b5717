/**
 * A zone in hand, from the first click to the patch: the controller on the map, the words of the
 * form, the live figures. What was committed leaves through `onEdit` as one patch.
 */
import type { Map as MapLibreMap } from 'maplibre-gl';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ProbeDraft, ProbeResult } from '../../checks/session-types.ts';
import type { Problem, Result } from '../../core/result.ts';
import type { Subject } from '../../core/subject.ts';
import type { DrawController, DrawGesture, DrawState, SnapSource, ZoneGeometry } from '../../draw/draw-types.ts';
import { createLatestOnly } from '../../draw/latest-only.ts';
import { readFeature } from '../../draw/read-feature.ts';
import { usualLevelAndDuty } from '../../draw/usual-attributes.ts';
import {
  attributesOf,
  createZone,
  deleteZone,
  findPatrolLayer,
  updateZone,
  type ZoneAttributes,
  type ZonePatch,
} from '../../draw/zone-edits.ts';
import type { Patch } from '../../model/patch.ts';
import type { Layer, WorkspaceDocument } from '../../model/workspace.ts';

export interface DrawSessionOptions {
  readonly map: MapLibreMap | undefined;
  readonly document: WorkspaceDocument;
  /** Zones to snap to: those that show. */
  readonly zones: () => Iterable<SnapSource>;
  /** What a patrol layer is called where the first zone makes one. */
  readonly layerTitle: string;
  readonly probe: (draft: ProbeDraft) => Promise<Result<ProbeResult>>;
  readonly onEdit: (patch: Patch) => void;
  readonly onSelect: (subject: Subject | undefined) => void;
}

interface Target {
  readonly subject?: Subject;
  readonly wordsOnly: boolean;
  /** The zone's edit as it was when taken in hand: another one means that somebody changed it meanwhile. */
  readonly seen: unknown;
}

const IDLE: DrawState = { phase: 'idle', vertices: 0, changed: false, canUndoVertex: false };
const NO_WORDS = attributesOf(undefined);
/** What the engine calls a layer that the first zone will make. */
const LAYER_TO_COME = 'patrol';

export function useDrawSession(options: DrawSessionOptions) {
  const [state, setState] = useState(IDLE);
  const [target, setTarget] = useState<Target>();
  const [attributes, setAttributes] = useState(NO_WORDS);
  const [notice, setNotice] = useState<Problem>();
  const latest = useRef({ ...options, attributes });
  useEffect(() => {
    latest.current = { ...options, attributes };
  });

  const onCommit = useCallback((gesture: DrawGesture) => {
    const { document, layerTitle, onEdit, onSelect, attributes: words } = latest.current;
    const made = patchOfGesture(document, gesture, words, layerTitle);
    setTarget(undefined);
    if (!made) return;
    onEdit(made.patch);
    onSelect(gesture.type === 'delete' ? undefined : made.subject);
  }, []);

  const controller = useController(options.map, {
    zones: useCallback(() => latest.current.zones(), []),
    onState: useCallback((next: DrawState) => {
      setState(next);
      if (next.phase === 'idle') setTarget((current) => (current?.wordsOnly ? current : undefined));
    }, []),
    onCommit,
    onNotice: setNotice,
  });

  const cancel = useCallback(() => {
    controller?.cancel();
    setTarget(undefined);
    setNotice(undefined);
  }, [controller]);

  // Undo, or another edit, may take away the zone in hand.
  const current = target?.subject && editOf(options.document, target.subject);
  const gone = target?.subject !== undefined && current !== target.seen;
  useEffect(() => {
    if (gone) cancel();
  }, [gone, cancel]);

  const draft = useMemo(
    () => draftOf(options.document, state.geometry, target?.subject, attributes),
    [options.document, state.geometry, target, attributes],
  );
  const { probe, probing } = useProbe(draft, options.probe);

  return {
    ready: controller !== undefined,
    state,
    target,
    attributes,
    setAttributes,
    notice,
    probe,
    probing,
    cancel,
    draw: () => {
      setAttributes({ ...NO_WORDS, ...usualLevelAndDuty(findPatrolLayer(latest.current.document)) });
      setTarget({ wordsOnly: false, seen: undefined });
      controller?.start('polygon');
    },
    edit: (subject: Subject) => {
      const layer = layerOf(options.document, subject);
      const feature = layer && readFeature(layer, subject.feature);
      const geometry = feature?.geometry;
      if (!controller || !feature) return;
      setAttributes(attributesOf(feature));
      if (geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon')
        controller.start('edit', { subject, geometry });
      setTarget({ subject, wordsOnly: controller.state.phase === 'idle', seen: editOf(options.document, subject) });
    },
    finish: () => {
      if (target?.wordsOnly && target.subject) {
        const made = updateZone(options.document, target.subject, { attributes });
        cancel();
        if (made) options.onEdit(made.patch);
      } else controller?.finish();
    },
    remove: (subject: Subject) => {
      cancel();
      onCommit({ type: 'delete', subject });
    },
  };
}

function useController(
  map: MapLibreMap | undefined,
  callbacks: {
    zones: () => Iterable<SnapSource>;
    onState: (state: DrawState) => void;
    onCommit: (gesture: DrawGesture) => void;
    onNotice: (notice: Problem | undefined) => void;
  },
): DrawController | undefined {
  const [controller, setController] = useState<DrawController>();
  const { zones, onState, onCommit, onNotice } = callbacks;
  useEffect(() => {
    if (!map) return undefined;
    let made: DrawController | undefined;
    let left = false;
    void import('../../draw/draw-controller.ts').then(({ createDrawController }) => {
      if (left) return;
      made = createDrawController(map, { zones, onState, onCommit, onNotice });
      setController(made);
    });
    return () => {
      left = true;
      made?.destroy();
      setController(undefined);
    };
  }, [map, zones, onState, onCommit, onNotice]);
  return controller;
}

/** The newest figures; kept while the next are under way, so that nothing flickers. */
function useProbe(draft: ProbeDraft | undefined, ask: (draft: ProbeDraft) => Promise<Result<ProbeResult>>) {
  const [answer, setAnswer] = useState<{ draft: ProbeDraft; probe: ProbeResult | undefined }>();
  const asking = useRef(ask);
  useEffect(() => {
    asking.current = ask;
  });
  const latestOnly = useMemo(
    () =>
      createLatestOnly<ProbeDraft, Result<ProbeResult>>(
        (question) => asking.current(question),
        (found, question) => setAnswer({ draft: question, probe: found.ok ? found.value : undefined }),
      ),
    [],
  );
  useEffect(() => {
    if (draft) latestOnly.ask(draft);
    else {
      latestOnly.forget();
      setAnswer(undefined);
    }
  }, [draft, latestOnly]);
  useEffect(() => () => latestOnly.forget(), [latestOnly]);
  return { probe: draft && answer?.probe, probing: draft !== undefined && answer?.draft !== draft };
}

function draftOf(
  document: WorkspaceDocument,
  geometry: ZoneGeometry | undefined,
  subject: Subject | undefined,
  { owner, level, duty }: ZoneAttributes,
): ProbeDraft | undefined {
  if (!geometry) return undefined;
  return {
    layer: subject?.layer ?? findPatrolLayer(document)?.id ?? LAYER_TO_COME,
    geometry,
    ...(subject ? { feature: subject.feature } : {}),
    ...(owner ? { owner } : {}),
    ...(level ? { level } : {}),
    ...(duty ? { duty } : {}),
  };
}

function patchOfGesture(
  document: WorkspaceDocument,
  gesture: DrawGesture,
  attributes: ZoneAttributes,
  layerTitle: string,
): ZonePatch | undefined {
  switch (gesture.type) {
    case 'create':
      return createZone(document, gesture.geometry, attributes, layerTitle);
    case 'update':
      return updateZone(document, gesture.subject, { geometry: gesture.geometry, attributes });
    case 'delete':
      return deleteZone(document, gesture.subject);
  }
}

const layerOf = (document: WorkspaceDocument, subject: Subject): Layer | undefined =>
  document.layers.find((layer) => layer.id === subject.layer);

/** What is laid over the base for this feature; `gone` when its layer is. */
function editOf(document: WorkspaceDocument, subject: Subject): unknown {
  const layer = layerOf(document, subject);
  return layer ? layer.edits.get(subject.feature) : 'gone';
}
