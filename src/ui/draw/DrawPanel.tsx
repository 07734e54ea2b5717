/** 划区: the tool, the zone in hand with its words and live figures, and the patrol zones there are. Data and callbacks only. */
import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconFileExport, IconPolygon, IconTrash } from '@tabler/icons-react';
import type { ProbeResult } from '../../checks/session-types.ts';
import type { Problem } from '../../core/result.ts';
import type { Subject } from '../../core/subject.ts';
import type { DrawPhase } from '../../draw/draw-types.ts';
import type { ZoneAttributes } from '../../draw/zone-edits.ts';
import { explainProblem } from '../../i18n/explain.ts';
import { useTexts } from '../app-context.tsx';
import classes from './draw.module.css';
import { LiveFigures } from './LiveFigures.tsx';
import { ZoneForm } from './ZoneForm.tsx';
import { ZoneList, type ZoneRow } from './ZoneList.tsx';

export interface DrawPanelProps {
  readonly phase: DrawPhase;
  /** The tool is loaded and the map is there. */
  readonly ready: boolean;
  readonly vertices: number;
  /** The zone in hand; without a subject a new one. Absent while none is. */
  readonly target: { readonly subject?: Subject; readonly wordsOnly: boolean } | undefined;
  readonly attributes: ZoneAttributes;
  /** Units to offer while typing. */
  readonly owners: readonly string[];
  readonly probe: ProbeResult | undefined;
  /** The figures belong to an earlier shape; new ones are under way. */
  readonly probing: boolean;
  /** What cannot be done, and why. */
  readonly notice: Problem | undefined;
  readonly zones: readonly ZoneRow[];
  readonly selected: Subject | undefined;
  readonly nameOf: (zone: Subject) => string;
  readonly onDraw: () => void;
  readonly onAttributes: (attributes: ZoneAttributes) => void;
  readonly onFinish: () => void;
  readonly onCancel: () => void;
  readonly onSelect: (zone: Subject) => void;
  readonly onEdit: (zone: Subject) => void;
  readonly onZoomTo: (zone: Subject) => void;
  readonly onDelete: (zone: Subject) => void;
  readonly onExport: (zones: readonly Subject[]) => void;
}

export function DrawPanel(props: DrawPanelProps) {
  const { t } = useTexts();
  const { phase, target, zones } = props;
  const busy = phase !== 'idle' || target !== undefined;
  return (
    <aside className={classes.panel} aria-label={t('draw.title')} data-testid="draw-panel" data-phase={phase}>
      <div className={classes.head}>
        <h2 className={classes.title}>{t(busy ? (target?.subject ? 'draw.edit' : 'draw.new') : 'draw.title')}</h2>
        {target?.subject && <ZoneActions {...props} zone={target.subject} />}
        {!busy && zones.length > 0 && (
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconFileExport size={16} />}
            onClick={() => props.onExport(zones.map((zone) => zone.subject))}
          >
            {t('draw.exportAll')}
          </Button>
        )}
      </div>
      <div className={classes.body}>{busy ? <ZoneInHand {...props} /> : <Idle {...props} />}</div>
    </aside>
  );
}

function ZoneActions({ zone, onExport, onDelete, nameOf }: DrawPanelProps & { zone: Subject }) {
  const { t } = useTexts();
  const name = nameOf(zone);
  return (
    <div className={classes.icons}>
      <Tooltip label={t('draw.export')}>
        <ActionIcon onClick={() => onExport([zone])} aria-label={t('draw.zones.export', { name })}>
          <IconFileExport size={18} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t('draw.delete')}>
        <ActionIcon
          color="red"
          onClick={() => onDelete(zone)}
          aria-label={t('draw.zones.delete', { name })}
          data-testid="zone-delete"
        >
          <IconTrash size={18} />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}

function Idle(props: DrawPanelProps) {
  const { t } = useTexts();
  return (
    <>
      <div className={classes.section}>
        <Button
          leftSection={<IconPolygon size={18} />}
          onClick={props.onDraw}
          disabled={!props.ready}
          title={t('draw.tool.polygonHint')}
          data-testid="draw-polygon"
        >
          {t('draw.tool.polygon')}
        </Button>
        <NoticeLine notice={props.notice} />
      </div>
      <ZoneList {...props} />
    </>
  );
}

function ZoneInHand(props: DrawPanelProps) {
  const { t } = useTexts();
  const { phase, target, vertices } = props;
  const hint = target?.wordsOnly
    ? 'draw.hint.wordsOnly'
    : phase === 'editing'
      ? 'draw.hint.editing'
      : vertices === 0
        ? 'draw.hint.start'
        : 'draw.hint.drawing';
  return (
    <>
      <div className={classes.section}>
        <p className={classes.hint}>{t(hint)}</p>
        <NoticeLine notice={props.notice} />
      </div>
      {!target?.wordsOnly && (
        <LiveFigures probe={props.probe} probing={props.probing} vertices={vertices} nameOf={props.nameOf} />
      )}
      <ZoneForm {...props} />
    </>
  );
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
