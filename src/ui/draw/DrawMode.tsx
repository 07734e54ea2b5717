/** 划区 as a whole: puts session, tools and panel together. Takes data and callbacks, reads no store. */
import type { Map as MapLibreMap } from 'maplibre-gl';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { findFrameCenter } from '../../checks/frame.ts';
import type { ProbeDraft, ProbeResult } from '../../checks/session-types.ts';
import type { Result } from '../../core/result.ts';
import { type Subject, subjectKey } from '../../core/subject.ts';
import { createFrame } from '../../geo/laea.ts';
import { isZoneKind, type LayerKind } from '../../model/kinds.ts';
import type { Patch } from '../../model/patch.ts';
import type { WorkspaceDocument } from '../../model/workspace.ts';
import { useTexts } from '../app-context.tsx';
import { type FeaturesByLayer, fieldOf, isSnapKind, sourcesOf, titleOf } from '../store/layer-features.ts';
import { DrawPanel } from './DrawPanel.tsx';
import { type EditTool, letterOfEditTool, toolOfLetter } from './tool-letters.ts';
import { useDrawSession } from './use-draw-session.ts';
import { litShapes, shapeOf, useSharedGround } from './use-live-marks.ts';
import { useOverlayTools } from './use-overlay-tools.ts';
import type { ZoneRow } from './ZoneList.tsx';

export interface DrawModeProps {
  /** The MapLibre map behind the map view, once it is ready. */
  readonly map: MapLibreMap | undefined;
  readonly document: WorkspaceDocument;
  readonly features: FeaturesByLayer;
  readonly isVisible: (layer: string) => boolean;
  /** The feature that is selected, if one is. */
  readonly selected: Subject | undefined;
  /** A feature whose shape is to be edited at once; `onReshaping` says that it was taken. */
  readonly toReshape: Subject | undefined;
  readonly onReshaping: () => void;
  readonly onDrawing: (isDrawing: boolean) => void;
  readonly probe: (draft: ProbeDraft) => Promise<Result<ProbeResult>>;
  readonly canEdit: boolean;
  readonly onEdit: (patch: Patch) => void;
  readonly onSelect: (subject: Subject | undefined) => void;
  readonly onZoomTo: (subject: Subject) => void;
}

export function DrawMode(props: DrawModeProps) {
  const { map, document, features, isVisible, selected, toReshape, onReshaping, onDrawing, onSelect } = props;
  const { t } = useTexts();
  const [frame] = useState(() => {
    const layers = document.layers.map(({ id, kind, title, base }) => ({ id, kind, title, batch: base }));
    return createFrame(document.frame ?? findFrameCenter({ document, layers }));
  });
  const [kind, setKind] = useState<LayerKind>('patrolZone');
  const [openTool, setOpenTool] = useState<EditTool>();
  const [collected, setCollected] = useState<readonly Subject[]>();
  const letters = useRef<(letter: string) => boolean>(() => false);
  const session = useDrawSession({
    map,
    frame,
    document,
    snapSources: () => sourcesOf(features, isVisible, isSnapKind),
    layersOfKind: (of) => sourcesOf(features, isVisible, (candidate) => candidate === of),
    layerTitle: (of) => t(`kind.${of}`),
    probe: props.probe,
    canEdit: props.canEdit,
    onEdit: props.onEdit,
    onSelect,
    onLetter: (letter) => letters.current(letter),
  });
  const loadTools = useOverlayTools(frame);
  const { controller, state, draft, probe, switches, setSwitches, edit } = session;
  const shared = useSharedGround(draft, probe, features, loadTools);
  const phase = state.phase;

  useEffect(() => {
    letters.current = (letter) => {
      const tool = toolOfLetter(letter, phase, (session.inHand?.kind ?? kind) as LayerKind);
      if (!tool) return false;
      if (tool.type === 'switch') setSwitches({ ...switches, [tool.name]: !switches[tool.name] });
      else if (tool.type === 'otherWay') controller?.otherWay();
      else if (tool.type === 'sketch') session.sketch(tool.name, 'create', kind);
      else if (tool.type === 'collect') setCollected([]);
      else if (tool.name === 'transform') controller?.setTransforming(!state.transforming);
      else if (tool.name === 'hole' || tool.name === 'part') session.sketch('polygon', tool.name, kind);
      else if (tool.name === 'split') session.sketch('line', 'split', kind);
      else setOpenTool(openTool === tool.name ? undefined : tool.name);
      return true;
    };
  });
  useEffect(() => {
    if (phase !== 'editing') setOpenTool(undefined);
    if (phase !== 'idle') setCollected(undefined);
  }, [phase]);

  useEffect(() => {
    onDrawing(phase !== 'idle');
    return () => onDrawing(false);
  }, [phase, onDrawing]);

  // A feature that another panel wants reshaped: as soon as the tools stand.
  useEffect(() => {
    if (!toReshape || !controller) return;
    edit(toReshape);
    onReshaping();
  }, [toReshape, controller, edit, onReshaping]);

  const collect = useCallback((subject: Subject) => {
    setCollected((list) => {
      if (!list) return list;
      const key = subjectKey(subject);
      const rest = list.filter((other) => subjectKey(other) !== key);
      return rest.length < list.length ? rest : [...list, subject];
    });
  }, []);
  const isCollecting = collected !== undefined;
  useEffect(() => {
    if (isCollecting && selected && isArea(shapeOf(features, selected))) collect(selected);
  }, [isCollecting, selected, features, collect]);

  const lit = useMemo(() => litShapes(features, probe), [features, probe]);
  useEffect(() => {
    controller?.show({
      hatched: shared.map(({ shape }) => shape),
      lit,
      collected: (collected ?? []).flatMap((subject) => shapeOf(features, subject) ?? []),
    });
  }, [controller, shared, lit, collected, features]);

  const zones = useMemo(() => listPatrolZones(features), [features]);
  return (
    <DrawPanel
      session={session}
      kind={kind}
      onKind={setKind}
      openTool={openTool}
      onOpenTool={setOpenTool}
      shared={shared}
      collected={collected}
      onCollect={setCollected}
      frame={frame}
      document={document}
      features={features}
      zones={zones}
      selected={selected}
      loadTools={loadTools}
      nearbySources={() => sourcesOf(features, () => true, isClipKind)}
      roads={() =>
        sourcesOf(
          features,
          () => true,
          (candidate) => candidate === 'road',
        )
      }
      nameOf={(zone) => titleOf(features, zone)}
      onSelect={onSelect}
      onZoomTo={props.onZoomTo}
      letterOf={letterOfEditTool}
    />
  );
}

const isClipKind = (kind: LayerKind) => isZoneKind(kind) || kind === 'boundary';
const isArea = (shape: GeoJSON.Geometry | undefined) => shape?.type === 'Polygon' || shape?.type === 'MultiPolygon';

function listPatrolZones(features: FeaturesByLayer): ZoneRow[] {
  const rows: ZoneRow[] = [];
  for (const [id, { layer, batch }] of features) {
    if (layer.kind !== 'patrolZone') continue;
    for (const feature of batch.ids) {
      const subject = { layer: id, feature };
      rows.push({ subject, name: titleOf(features, subject), owner: fieldOf(features, subject, 'owner') });
    }
  }
  return rows;
}
