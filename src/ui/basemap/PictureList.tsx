/** Pictures on the base map, top first: seen or not, how strong, in which order, where they lie, where they come from. */
import { ActionIcon, Button, Slider, TextInput, Tooltip } from '@mantine/core';
import {
  IconArrowDown,
  IconArrowUp,
  IconEye,
  IconEyeOff,
  IconFocusCentered,
  IconPhoto,
  IconTrash,
} from '@tabler/icons-react';
import { explainProblem } from '../../i18n/explain.ts';
import type { PictureEntry } from '../../model/base-map.ts';
import { useApp, useBaseMaps, useCommands, useTexts } from '../app-context.tsx';
import { changePicture, movePicture } from '../store/base-map-store.ts';
import classes from './basemap.module.css';
import { formatBytes } from './format-bytes.ts';
import { PlacePicture } from './PlacePicture.tsx';
import { pickFiles } from './pick-files.ts';

const ACCEPTED = '.tif,.tiff,.jpg,.jpeg,.png,.tfw,.jgw,.pgw,.wld,.tifw,.tiffw,.jpgw,.jpegw,.pngw';

export function PictureList() {
  const { t } = useTexts();
  const { baseMaps: commands } = useCommands();
  const pictures = useBaseMaps((state) => state.pictures);
  return (
    <>
      <p className={classes.said}>{t('basemaps.pictures.hint')}</p>
      <div data-testid="pictures">
        {pictures.toReversed().map((picture, index) => (
          <PictureItem
            key={picture.id}
            picture={picture}
            isTop={index === 0}
            isBottom={index === pictures.length - 1}
          />
        ))}
      </div>
      <div>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconPhoto size={14} />}
          onClick={() => pickFiles(ACCEPTED, commands.addFiles)}
          data-testid="add-picture"
        >
          {t('basemaps.pictures.add')}
        </Button>
      </div>
    </>
  );
}

interface PictureItemProps {
  readonly picture: PictureEntry;
  readonly isTop: boolean;
  readonly isBottom: boolean;
}

function PictureItem({ picture, isTop, isBottom }: PictureItemProps) {
  const { t } = useTexts();
  const { baseMaps } = useApp();
  const { baseMaps: commands, zoomToBounds } = useCommands();
  const facts = useBaseMaps((state) => state.facts[picture.id]);
  const { id, name, visible, opacity } = picture;
  const bounds = facts?.bounds;
  const change = (part: Partial<PictureEntry>) => changePicture(baseMaps, id, part);
  return (
    <section className={classes.entry} aria-label={name} data-testid={`picture-${id}`}>
      <div className={classes.row}>
        <span className={classes.name}>{name}</span>
        <Action
          label={t(visible ? 'basemaps.picture.hide' : 'basemaps.picture.show')}
          pressed={visible}
          onClick={() => change({ visible: !visible })}
        >
          {visible ? <IconEye size={16} /> : <IconEyeOff size={16} />}
        </Action>
        <Action label={t('app.zoomTo')} disabled={!bounds} onClick={() => bounds && zoomToBounds(bounds)}>
          <IconFocusCentered size={16} />
        </Action>
        <Action label={t('basemaps.picture.up')} disabled={isTop} onClick={() => movePicture(baseMaps, id, 1)}>
          <IconArrowUp size={16} />
        </Action>
        <Action label={t('basemaps.picture.down')} disabled={isBottom} onClick={() => movePicture(baseMaps, id, -1)}>
          <IconArrowDown size={16} />
        </Action>
        <Action label={t('basemaps.remove')} onClick={() => commands.removePicture(id)}>
          <IconTrash size={16} />
        </Action>
      </div>
      <div className={classes.source}>
        {t('basemaps.source.file', { size: formatBytes(picture.sizeBytes) })}
        {facts?.width !== undefined &&
          ` · ${t('basemaps.picture.pixels', { width: facts.width, height: facts.height ?? 0 })}`}
      </div>
      <div className={classes.details}>
        {facts?.isBusy && <p className={classes.said}>{t('basemaps.picture.reading')}</p>}
        {facts?.problem && (
          <p className={classes.said} data-kind="problem" role="alert">
            {explainProblem(facts.problem, t)}
          </p>
        )}
        {facts?.isKept === false && <p className={classes.said}>{t('basemaps.notKept')}</p>}
        {(facts?.minZoom ?? 0) > 0 && (
          <p className={classes.said}>{t('basemaps.picture.minZoom', { zoom: (facts?.minZoom ?? 1) - 1 })}</p>
        )}
        <PlacePicture picture={picture} />
        <Slider
          size="xs"
          min={0}
          max={100}
          value={Math.round(opacity * 100)}
          onChange={(percent) => change({ opacity: percent / 100 })}
          label={(percent) => `${percent}%`}
          thumbProps={{ 'aria-label': `${t('app.layer.opacity')} ${name}` }}
        />
        <TextInput
          size="xs"
          label={t('basemaps.attribution')}
          defaultValue={picture.attribution}
          onBlur={(event) => change({ attribution: event.currentTarget.value.trim() })}
        />
      </div>
    </section>
  );
}

interface ActionProps {
  readonly label: string;
  readonly onClick: () => void;
  readonly children: React.ReactNode;
  readonly disabled?: boolean;
  readonly pressed?: boolean;
}

function Action({ label, onClick, children, disabled, pressed }: ActionProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon size={26} aria-label={label} aria-pressed={pressed} disabled={disabled ?? false} onClick={onClick}>
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
