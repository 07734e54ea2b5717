/** 划区: the tools, the feature in hand with its fields and live figures, and the patrol zones there are. */
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp, IconTrash } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { Problem } from '../../core/result.ts';
import { findFeature } from '../../draw/feature-edits.ts';
import { explainProblem } from '../../i18n/explain.ts';
import { isZoneKind } from '../../model/kinds.ts';
import { useTexts } from '../app-context.tsx';
import { listOwners } from '../store/layer-features.ts';
import { DrawTools } from './DrawTools.tsx';
import classes from './draw.module.css';
import type { DrawPanelProps } from './draw-panel-props.ts';
import { EditTools } from './EditTools.tsx';
import { ExportMenu } from './ExportMenu.tsx';
import { InHandButtons, InHandForm } from './InHandForm.tsx';
import { LiveFigures } from './LiveFigures.tsx';
import { NextVertex } from './NextVertex.tsx';
import { Switches } from './Switches.tsx';
import type { DrawSession } from './use-draw-session.ts';
import { WorkBars } from './WorkBars.tsx';
import { ZoneList } from './ZoneList.tsx';

export function DrawPanel(props: DrawPanelProps) {
  const { t } = useTexts();
  const { session, zones } = props;
  const { inHand, state } = session;
  const title = inHand && t(inHand.subject ? 'draw.editOf' : 'draw.newOf', { kind: inHand.kind });
  return (
    <aside className={classes.panel} aria-label={t('draw.title')} data-testid="draw-panel" data-phase={state.phase}>
      <div className={classes.head}>
        <h2 className={classes.title}>{title ?? t('draw.title')}</h2>
        {inHand ? <InHandActions {...props} /> : zones.length > 0 && <ExportAll {...props} />}
      </div>
      <div className={classes.body}>{inHand ? <FeatureInHand {...props} /> : <Idle {...props} />}</div>
      {inHand && <InHandButtons session={session} />}
    </aside>
  );
}

function InHandActions(props: DrawPanelProps) {
  const { t } = useTexts();
  const { session, document, nameOf, frame, roads } = props;
  const { state, inHand, controller } = session;
  const subject = inHand?.subject;
  const feature = subject && findFeature(document, subject);
  return (
    <div className={classes.icons}>
      <Tooltip label={`${t('draw.undoStep')} (Ctrl Z)`}>
        <ActionIcon
          disabled={!state.canUndo}
          onClick={() => controller?.undo()}
          aria-label={t('draw.undoStep')}
          data-testid="draw-undo"
        >
          <IconArrowBackUp size={18} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={`${t('draw.redoStep')} (Ctrl Shift Z)`}>
        <ActionIcon disabled={!state.canRedo} onClick={() => controller?.redo()} aria-label={t('draw.redoStep')}>
          <IconArrowForwardUp size={18} />
        </ActionIcon>
      </Tooltip>
      {subject && feature && (
        <ExportMenu features={[feature]} workspace={document.name} kind={inHand.kind} frame={frame} roads={roads} />
      )}
      {subject && (
        <Tooltip label={t('draw.delete')}>
          <ActionIcon
            color="red"
            onClick={() => session.remove(subject)}
            aria-label={t('draw.zones.delete', { name: nameOf(subject) })}
            data-testid="zone-delete"
          >
            <IconTrash size={18} />
          </ActionIcon>
        </Tooltip>
      )}
    </div>
  );
}

function ExportAll({ document, zones, frame, roads }: DrawPanelProps) {
  const found = zones.flatMap(({ subject }) => findFeature(document, subject) ?? []);
  return <ExportMenu features={found} workspace={document.name} kind="patrolZone" frame={frame} roads={roads} isAll />;
}

function Idle(props: DrawPanelProps) {
  const { session, document, zones, selected } = props;
  return (
    <>
      <div className={classes.section}>
        <DrawTools {...props} />
        <NoticeLine notice={session.notice} />
      </div>
      <ZoneList
        zones={zones}
        selected={selected}
        ready={session.ready}
        onSelect={props.onSelect}
        onEdit={session.edit}
        onZoomTo={props.onZoomTo}
        onDelete={session.remove}
        featureOf={(zone) => findFeature(document, zone)}
        workspace={document.name}
        frame={props.frame}
        roads={props.roads}
      />
    </>
  );
}

function FeatureInHand(props: DrawPanelProps) {
  const { t } = useTexts();
  const { session, shared, nameOf, features } = props;
  const { state, inHand, probe, probing } = session;
  const owners = useMemo(() => listOwners(features), [features]);
  if (!inHand) return null;
  const { kind } = inHand;
  return (
    <>
      <div className={classes.section}>
        {state.phase === 'editing' && <EditTools {...props} />}
        <p className={classes.hint}>{t(hintOf(state))}</p>
        {state.pieces.length > 0 && (
          <p className={classes.hint}>{t('draw.hint.pieces', { count: state.pieces.length })}</p>
        )}
        {state.absorbed.length > 0 && (
          <p className={classes.hint}>{t('draw.hint.absorbed', { count: state.absorbed.length })}</p>
        )}
        <NoticeLine notice={session.notice} />
        <Switches switches={session.switches} onChange={session.setSwitches} phase={state.phase} />
        {(state.phase === 'sketching' || state.vertex) && <NextVertex onPlace={session.placeTyped} />}
      </div>
      {isZoneKind(kind) && (
        <LiveFigures
          kind={kind}
          probe={probe}
          probing={probing}
          vertices={state.vertices}
          shared={shared}
          nameOf={nameOf}
        />
      )}
      {isZoneKind(kind) && probe && <WorkBars probe={probe} pieces={session.pieceWorkloads} nameOf={nameOf} />}
      <InHandForm session={session} owners={owners} />
    </>
  );
}

function hintOf({ phase, tool, purpose, vertices, transforming }: DrawSession['state']): string {
  if (phase === 'editing') return transforming ? 'draw.hint.transforming' : 'draw.hint.editing';
  if (purpose && purpose !== 'create') return `draw.hint.${purpose}`;
  if (tool && tool !== 'polygon') return `draw.hint.${tool}`;
  return vertices === 0 ? 'draw.hint.start' : 'draw.hint.drawing';
}

function NoticeLine({ notice }: { notice: Problem | undefined }) {
  const { t } = useTexts();
  return (
    <div role="status" aria-live="polite">
      {notice && (
        <p className={classes.notice} data-testid="draw-notice">
          {explainProblem(notice, t)}
        </p>
      )}
    </div>
  );
}
