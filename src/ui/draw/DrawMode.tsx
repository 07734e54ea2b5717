/** 划区 as a whole: puts the drawing session and the panel together. Takes data and callbacks, reads no store. */
import type { Map as MapLibreMap } from 'maplibre-gl';
import { useMemo } from 'react';
import type { ProbeDraft, ProbeResult } from '../../checks/session-types.ts';
import type { Result } from '../../core/result.ts';
import type { Subject } from '../../core/subject.ts';
import type { SnapSource } from '../../draw/draw-types.ts';
import { readFeature } from '../../draw/read-feature.ts';
import { formatZonesAsGeoJson } from '../../draw/zone-export.ts';
import { isZoneKind } from '../../model/kinds.ts';
import type { Patch } from '../../model/patch.ts';
import type { EditedFeature, WorkspaceDocument } from '../../model/workspace.ts';
import { useTexts } from '../app-context.tsx';
import { type FeaturesByLayer, fieldOf, titleOf } from '../store/layer-features.ts';
import { DrawPanel } from './DrawPanel.tsx';
import { downloadText } from './download-text.ts';
import { useDrawSession } from './use-draw-session.ts';
import type { ZoneRow } from './ZoneList.tsx';

export interface DrawModeProps {
  /** The MapLibre map behind the map view, once it is ready. */
  readonly map: MapLibreMap | undefined;
  readonly document: WorkspaceDocument;
  readonly features: FeaturesByLayer;
  readonly isVisible: (layer: string) => boolean;
  /** The feature that is selected, if one is. */
  readonly selected: Subject | undefined;
  readonly probe: (draft: ProbeDraft) => Promise<Result<ProbeResult>>;
  readonly onEdit: (patch: Patch) => void;
  readonly onSelect: (subject: Subject | undefined) => void;
  readonly onZoomTo: (subject: Subject) => void;
}

export function DrawMode(props: DrawModeProps) {
  const { map, document, features, isVisible, selected, probe, onEdit, onSelect, onZoomTo } = props;
  const { t } = useTexts();
  const session = useDrawSession({
    map,
    document,
    zones: () => snapSources(features, isVisible),
    layerTitle: t('kind.patrolZone'),
    probe,
    onEdit,
    onSelect,
  });
  const zones = useMemo(() => listPatrolZones(features), [features]);
  const owners = useMemo(() => listOwners(features), [features]);
  const name = document.name;

  return (
    <DrawPanel
      phase={session.state.phase}
      ready={session.ready}
      vertices={session.state.vertices}
      target={session.target}
      attributes={session.attributes}
      owners={owners}
      probe={session.probe}
      probing={session.probing}
      notice={session.notice}
      zones={zones}
      selected={selected}
      nameOf={(zone) => titleOf(features, zone)}
      onDraw={session.draw}
      onAttributes={session.setAttributes}
      onFinish={session.finish}
      onCancel={session.cancel}
      onSelect={onSelect}
      onEdit={(zone) => {
        onSelect(zone);
        session.edit(zone);
      }}
      onZoomTo={onZoomTo}
      onDelete={session.remove}
      onExport={(subjects) => {
        const found = subjects.map((subject) => featureOf(document, subject)).filter((zone) => zone !== undefined);
        const what = found.length === 1 ? (found[0]?.id ?? '') : t('kind.patrolZone');
        downloadText(fileName(name, what), formatZonesAsGeoJson(found), 'application/geo+json');
      }}
    />
  );
}

function* snapSources(features: FeaturesByLayer, isVisible: (layer: string) => boolean): Iterable<SnapSource> {
  for (const [id, { layer, batch }] of features) {
    if (isZoneKind(layer.kind) && isVisible(id)) yield { layer: id, batch };
  }
}

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

/** The units that zones name, in the order of their first appearance. */
function listOwners(features: FeaturesByLayer): string[] {
  const owners = new Set<string>();
  for (const { layer, batch } of features.values()) {
    const column = batch.columns.get('owner');
    if (isZoneKind(layer.kind) && column?.type === 'text') for (const owner of column.dictionary) owners.add(owner);
  }
  owners.delete('');
  return [...owners];
}

function featureOf(document: WorkspaceDocument, subject: Subject): EditedFeature | undefined {
  const layer = document.layers.find((candidate) => candidate.id === subject.layer);
  return layer && readFeature(layer, subject.feature);
}

/** Without what Windows and zip programs refuse in names. */
function fileName(...parts: string[]): string {
  return `${parts
    .filter(Boolean)
    .join('-')
    .replaceAll(/[\\/:*?"<>|\s]+/g, '_')}.geojson`;
}
