/** Where a picture lies: the system of its world file, or its four corners, dragged on the map or typed. */
import { Button, Select, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { readLonLat } from '../../core/angles.ts';
import { crsChoices } from '../../geo/crs-choices.ts';
import type { Corners, PictureEntry } from '../../model/base-map.ts';
import { useApp, useBaseMaps, useCommands, useTexts } from '../app-context.tsx';
import { changePicture } from '../store/base-map-store.ts';
import classes from './basemap.module.css';

export function PlacePicture({ picture }: { picture: PictureEntry }) {
  const { t } = useTexts();
  const { baseMaps } = useApp();
  const { baseMaps: commands } = useCommands();
  const isPlacing = useBaseMaps((state) => state.placing === picture.id);
  const hasSize = useBaseMaps((state) => state.facts[picture.id]?.width !== undefined);
  const { id, transform, placing } = picture;
  if (!hasSize) return null;
  const startPlacing = () => {
    if (placing?.type !== 'corners') commands.putInView(id);
    baseMaps.setState({ placing: isPlacing ? undefined : id });
  };
  return (
    <>
      {!placing && (
        <p className={classes.said} data-kind="problem">
          {t(transform ? 'basemaps.picture.needsCrs' : 'basemaps.picture.needsPlace')}
        </p>
      )}
      {transform && <CrsSelect picture={picture} />}
      {!transform && (
        <Button
          size="compact-sm"
          variant={isPlacing ? 'filled' : 'default'}
          aria-pressed={isPlacing}
          onClick={startPlacing}
          data-testid="place-picture"
        >
          {t(isPlacing ? 'basemaps.picture.placed' : 'basemaps.picture.place')}
        </Button>
      )}
      {isPlacing && placing?.type === 'corners' && (
        <>
          <p className={classes.said}>{t('basemaps.picture.dragHint')}</p>
          <CornerFields
            corners={placing.corners}
            onChange={(corners) => changePicture(baseMaps, id, { placing: { type: 'corners', corners } })}
          />
        </>
      )}
    </>
  );
}

function CrsSelect({ picture }: { picture: PictureEntry }) {
  const { t } = useTexts();
  const { baseMaps } = useApp();
  const { id, transform, placing } = picture;
  const crs = placing?.type === 'transform' ? placing.crs : null;
  const choices = crsChoices();
  const listed = choices.map(({ code, family, centralMeridian }) => ({
    value: code,
    label:
      family === 'degrees'
        ? t('importing.crs.wgs84')
        : `${t(`crs.${family}`, { degrees: centralMeridian ?? 0 })} · ${code}`,
  }));
  // UTM and whatever else a file names.
  const own = crs !== null && !choices.some(({ code }) => code === crs) ? [{ value: crs, label: crs }] : [];
  return (
    <Select
      size="xs"
      searchable
      allowDeselect={false}
      label={t('importing.crs')}
      placeholder={t('basemaps.picture.chooseCrs')}
      value={crs}
      data={[...own, ...listed]}
      onChange={(code) =>
        code !== null &&
        transform &&
        changePicture(baseMaps, id, { placing: { type: 'transform', transform, crs: code } })
      }
      data-testid="picture-crs"
    />
  );
}

const CORNERS = ['topLeft', 'topRight', 'bottomRight', 'bottomLeft'] as const;

function CornerFields({ corners, onChange }: { corners: Corners; onChange: (corners: Corners) => void }) {
  const { t } = useTexts();
  return CORNERS.map((name, index) => (
    <CornerField
      key={name}
      label={t(`basemaps.corner.${name}`)}
      value={(corners[index] as readonly [number, number]).map((degrees) => degrees.toFixed(6)).join(', ')}
      onChange={(at) => onChange(corners.map((corner, other) => (other === index ? at : corner)) as unknown as Corners)}
    />
  ));
}

interface CornerFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (at: readonly [number, number]) => void;
}

function CornerField({ label, value, onChange }: CornerFieldProps) {
  const { t } = useTexts();
  const [text, setText] = useState(value);
  // Dragging writes here too.
  useEffect(() => setText(value), [value]);
  const at = readLonLat(text);
  const take = () => text !== value && at && onChange(at);
  return (
    <TextInput
      size="xs"
      label={label}
      value={text}
      error={at ? undefined : t('basemaps.corner.broken')}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={take}
      onKeyDown={(event) => event.key === 'Enter' && take()}
    />
  );
}
