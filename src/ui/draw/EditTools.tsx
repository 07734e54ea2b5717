/** What can be done to the shape in hand. Each is a step that Ctrl Z takes back; nothing is saved before Enter. */
import { Button, NumberInput, ScrollArea } from '@mantine/core';
import {
  IconArrowsMove,
  IconArrowsSplit2,
  IconCirclePlus,
  IconLayersIntersect,
  IconLayersUnion,
  IconRipple,
  IconSquareOff,
} from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { type Problem, problem } from '../../core/result.ts';
import type { Subject } from '../../core/subject.ts';
import { findNearbyAreas, type NearbyArea } from '../../draw/find-nearby.ts';
import type { OverlayTools } from '../../draw/overlay-tools.ts';
import type { Shape } from '../../draw/shape-paths.ts';
import { simplifyShape } from '../../draw/simplify-shape.ts';
import type { Areal } from '../../geo/cut-polygon.ts';
import { ZONE_LEVELS } from '../../model/kinds.ts';
import { useTexts } from '../app-context.tsx';
import { type FeaturesByLayer, fieldOf } from '../store/layer-features.ts';
import classes from './draw.module.css';
import type { DrawPanelProps } from './draw-panel-props.ts';
import { ToolButton } from './ToolButton.tsx';
import { takeOrSay } from './take-or-say.ts';
import { EDIT_TOOLS, type EditTool } from './tool-letters.ts';

const ICONS = {
  transform: IconArrowsMove,
  hole: IconSquareOff,
  part: IconCirclePlus,
  split: IconArrowsSplit2,
  merge: IconLayersUnion,
  clip: IconLayersIntersect,
  simplify: IconRipple,
} as const satisfies Record<EditTool, unknown>;
const USUAL_TOLERANCE_METERS = 2;
const MOST_LISTED = 40;

export function EditTools(props: DrawPanelProps) {
  const { t } = useTexts();
  const { session, openTool, onOpenTool, letterOf } = props;
  const { state, controller, inHand } = session;
  const shape = state.shape;
  const isArea = shape?.type === 'Polygon' || shape?.type === 'MultiPolygon';
  const kind = inHand?.kind ?? 'patrolZone';
  const press = (tool: EditTool) => {
    if (tool === 'transform') controller?.setTransforming(!state.transforming);
    else if (tool === 'hole' || tool === 'part') session.sketch('polygon', tool, kind);
    else if (tool === 'split') session.sketch('line', 'split', kind);
    else onOpenTool(openTool === tool ? undefined : tool);
  };
  const tools = EDIT_TOOLS.filter((tool) => isArea || tool === 'transform' || tool === 'simplify');
  return (
    <>
      <div className={classes.tools} role="toolbar" aria-label={t('draw.tools')}>
        {tools.map((tool) => (
          <ToolButton
            key={tool}
            icon={ICONS[tool]}
            label={t(`draw.operation.${tool}`)}
            hint={t(`draw.operationHint.${tool}`)}
            letter={letterOf(tool)}
            pressed={tool === 'transform' ? state.transforming : openTool === tool}
            onClick={() => press(tool)}
            testId={`edit-${tool}`}
          />
        ))}
      </div>
      {shape && isArea && (openTool === 'merge' || openTool === 'clip') && (
        <Nearby {...props} shape={shape} tool={openTool} />
      )}
      {shape && openTool === 'simplify' && <Simplify {...props} shape={shape} />}
    </>
  );
}

function Nearby(props: DrawPanelProps & { readonly shape: Areal; readonly tool: 'merge' | 'clip' }) {
  const { t } = useTexts();
  const { session, shape, tool, features, nearbySources, loadTools, onOpenTool, nameOf } = props;
  const { controller, probe, state } = session;
  const subject = session.inHand?.subject;
  const kindOf = (of: Subject) => features.get(of.layer)?.layer.kind;
  const own = session.inHand?.kind;
  const nearby = useMemo(
    () =>
      findNearbyAreas(
        nearbySources(),
        shape,
        (layer, feature) =>
          (layer === subject?.layer && feature === subject.feature) ||
          state.absorbed.some((gone) => gone.layer === layer && gone.feature === feature),
      ),
    [nearbySources, shape, subject, state.absorbed],
  );
  const run = async (
    operate: (tools: OverlayTools) => ReturnType<OverlayTools['unite']>,
    absorbed: readonly Subject[] = [],
    nothing?: Problem,
  ) => {
    const tools = await loadTools();
    const take = (made: Shape) => controller?.reshape(made, absorbed);
    takeOrSay(tools.ok ? operate(tools.value) : tools, take, session.setNotice, nothing);
    // What was clipped off one zone is often clipped to the boundary next.
    if (tool === 'merge') onOpenTool(undefined);
  };
  if (tool === 'merge') {
    const others = nearby.filter(({ subject: of }) => kindOf(of) === own);
    return (
      <List
        title={t('draw.merge.title')}
        empty={t('draw.merge.none')}
        areas={others}
        nameOf={nameOf}
        testId="merge-list"
        onPick={(area) => void run((tools) => tools.unite([shape, area.shape]), [area.subject])}
      />
    );
  }
  const colliding = (probe?.collisions ?? []).flatMap(
    ({ zone }) => nearby.find(({ subject: of }) => isSame(of, zone)) ?? [],
  );
  const within = nearby
    .filter(({ subject: of }) => !colliding.some((area) => isSame(area.subject, of)))
    .sort((a, b) => coarseness(a.subject, features) - coarseness(b.subject, features));
  const off = (areas: readonly NearbyArea[]) =>
    void run((tools) =>
      tools.clipFrom(
        shape,
        areas.map((area) => area.shape),
      ),
    );
  return (
    <>
      {colliding.length > 0 && (
        <div className={classes.popover}>
          <strong>{t('draw.clip.off')}</strong>
          <Button size="compact-sm" onClick={() => off(colliding)} data-testid="clip-all">
            {t('draw.clip.all', { count: colliding.length })}
          </Button>
          {colliding.length > 1 && <Names areas={colliding} nameOf={nameOf} onPick={(area) => off([area])} />}
        </div>
      )}
      <List
        title={t('draw.clip.within')}
        empty={t('draw.clip.none')}
        areas={within}
        nameOf={nameOf}
        testId="clip-list"
        onPick={(area) => void run((tools) => tools.clipTo(shape, [area.shape]), [], problem('draw.no-overlap'))}
      />
    </>
  );
}

/** The boundary first, then zones from the district down: one is clipped to the large, seldom to a grid. */
function coarseness(subject: Subject, features: FeaturesByLayer): number {
  if (features.get(subject.layer)?.layer.kind === 'boundary') return -1;
  const rank = (ZONE_LEVELS as readonly string[]).indexOf(fieldOf(features, subject, 'level') ?? '');
  return rank < 0 ? ZONE_LEVELS.length : rank;
}

const isSame = (a: Subject, b: Subject) => a.layer === b.layer && a.feature === b.feature;

interface ListProps {
  readonly areas: readonly NearbyArea[];
  readonly nameOf: (feature: Subject) => string;
  readonly onPick: (area: NearbyArea) => void;
}

function List({ title, empty, testId, ...list }: ListProps & { title: string; empty: string; testId: string }) {
  return (
    <div className={classes.popover} data-testid={testId}>
      <strong>{title}</strong>
      {list.areas.length === 0 ? <p className={classes.hint}>{empty}</p> : <Names {...list} />}
    </div>
  );
}

function Names({ areas, nameOf, onPick }: ListProps) {
  return (
    <ScrollArea.Autosize mah={168}>
      {areas.slice(0, MOST_LISTED).map((area) => (
        <Button
          key={`${area.subject.layer}/${area.subject.feature}`}
          size="compact-sm"
          variant="subtle"
          fullWidth
          justify="start"
          onClick={() => onPick(area)}
        >
          {nameOf(area.subject)}
        </Button>
      ))}
    </ScrollArea.Autosize>
  );
}

function Simplify({ session, shape, frame, nearbySources, onOpenTool }: DrawPanelProps & { readonly shape: Shape }) {
  const { t } = useTexts();
  const [meters, setMeters] = useState<number | string>(USUAL_TOLERANCE_METERS);
  const subject = session.inHand?.subject;
  const apply = () => {
    if (typeof meters !== 'number') return;
    const others = findNearbyAreas(
      nearbySources(),
      shape,
      (layer, feature) => layer === subject?.layer && feature === subject.feature,
    );
    const shared = new Set(
      others.flatMap((area) => area.shape.coordinates.flat(area.shape.type === 'Polygon' ? 1 : 2).map(String)),
    );
    session.controller?.reshape(simplifyShape(shape, frame, meters, shared));
    onOpenTool(undefined);
  };
  return (
    <form
      className={classes.popover}
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
    >
      <NumberInput
        label={t('draw.simplify.meters')}
        value={meters}
        onChange={setMeters}
        min={0.1}
        max={500}
        step={1}
        data-testid="simplify-meters"
      />
      <Button size="compact-sm" type="submit" data-testid="simplify-apply">
        {t('draw.simplify.apply', { count: session.state.vertices })}
      </Button>
    </form>
  );
}
