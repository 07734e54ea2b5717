/** The patrol zones there are: a click selects one, its menu edits, zooms, exports, deletes. */
import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconPencil } from '@tabler/icons-react';
import type { Subject } from '../../core/subject.ts';
import type { SnapSource } from '../../draw/draw-types.ts';
import type { Frame } from '../../geo/laea.ts';
import type { EditedFeature } from '../../model/workspace.ts';
import { useTexts } from '../app-context.tsx';
import classes from './draw.module.css';
import { ExportMenu } from './ExportMenu.tsx';

export interface ZoneRow {
  readonly subject: Subject;
  readonly name: string;
  readonly owner: string | undefined;
}

interface ZoneListProps {
  readonly zones: readonly ZoneRow[];
  readonly selected: Subject | undefined;
  readonly ready: boolean;
  readonly onSelect: (zone: Subject) => void;
  readonly onEdit: (zone: Subject) => void;
  readonly onZoomTo: (zone: Subject) => void;
  readonly onDelete: (zone: Subject) => void;
  readonly featureOf: (zone: Subject) => EditedFeature | undefined;
  readonly workspace: string;
  readonly frame: Frame;
  readonly roads: () => Iterable<SnapSource>;
}

/** More rows than anyone scrolls; the map and the search find the rest. */
const SHOWN_ZONES = 300;

export function ZoneList(props: ZoneListProps) {
  const { t } = useTexts();
  const { zones, selected } = props;
  return (
    <section aria-label={t('draw.zones')}>
      {zones.length === 0 ? (
        <p className={`${classes.section} ${classes.hint}`}>{t('draw.zones.none')}</p>
      ) : (
        <ul className={classes.list} data-testid="zone-list">
          {zones.slice(0, SHOWN_ZONES).map((zone) => (
            <Row
              key={`${zone.subject.layer}/${zone.subject.feature}`}
              {...props}
              zone={zone}
              isSelected={selected?.layer === zone.subject.layer && selected.feature === zone.subject.feature}
            />
          ))}
        </ul>
      )}
      {zones.length > SHOWN_ZONES && (
        <p className={`${classes.section} ${classes.hint}`}>
          {t('draw.live.more', { count: zones.length - SHOWN_ZONES })}
        </p>
      )}
    </section>
  );
}

function Row({ zone, isSelected, ...props }: ZoneListProps & { zone: ZoneRow; isSelected: boolean }) {
  const { t } = useTexts();
  const { subject, name, owner } = zone;
  const feature = isSelected ? props.featureOf(subject) : undefined;
  return (
    <li className={classes.row} data-selected={isSelected} data-testid="zone-row">
      <button
        type="button"
        className={classes.rowButton}
        onClick={() => props.onSelect(subject)}
        onDoubleClick={() => props.onEdit(subject)}
        aria-pressed={isSelected}
      >
        <span className={classes.rowName}>{name}</span>
        <span className={classes.rowOwner}>{owner ?? t('draw.zones.noOwner')}</span>
      </button>
      <ActionIcon
        onClick={() => props.onEdit(subject)}
        disabled={!props.ready}
        aria-label={t('draw.zones.edit', { name })}
        data-testid="zone-edit"
      >
        <IconPencil size={16} />
      </ActionIcon>
      {isSelected && feature && (
        <ExportMenu
          features={[feature]}
          workspace={props.workspace}
          kind="patrolZone"
          frame={props.frame}
          roads={props.roads}
        />
      )}
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon aria-label={t('draw.zones.actions', { name })}>
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => props.onZoomTo(subject)}>{t('draw.zones.zoom', { name })}</Menu.Item>
          <Menu.Item color="red" onClick={() => props.onDelete(subject)}>
            {t('draw.zones.delete', { name })}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </li>
  );
}
