/** Where the layer lies: encoding, columns of coordinates, coordinate system, datum – each guess with its reasons. */
import { Button, Checkbox, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { AskedChoices, ExaminedLayer, ReadingChoices } from '../../formats/importing/import-types.ts';
import { crsChoices } from '../../geo/crs-choices.ts';
import type { Datum } from '../../model/workspace.ts';
import { useTexts } from '../app-context.tsx';
import { DatumEvidence } from './DatumEvidence.tsx';
import classes from './importing.module.css';
import { Reasons } from './Reasons.tsx';

const ENCODINGS = ['utf-8', 'gb18030', 'utf-16le', 'big5'];
const DELIMITERS: Readonly<Record<string, string>> = {
  ',': 'comma',
  '\t': 'tab',
  ';': 'semicolon',
  '|': 'bar',
  '，': 'fullComma',
};
const DATUMS: readonly Datum[] = ['wgs84', 'gcj02', 'bd09'];
const OTHER = 'other';
const AS_FILE = 'file';

interface PlacingFormProps {
  readonly layer: ExaminedLayer;
  readonly onChange: (part: Partial<AskedChoices>) => void;
}

export function PlacingForm({ layer, onChange }: PlacingFormProps) {
  const { t } = useTexts();
  const { reading } = layer.choices;
  const { encoding } = layer.facts;
  const read = (part: Partial<ReadingChoices>) => onChange({ reading: cleaned({ ...reading, ...part }) });
  return (
    <section className={classes.section} data-testid="import-place">
      <div className={classes.grid}>
        <div className={classes.wide}>
          <CrsSelect layer={layer} onRead={read} />
          <Reasons reasons={layer.placing.reasons} />
        </div>
        <Checkbox
          size="xs"
          className={classes.wide ?? ''}
          label={t('importing.axes')}
          checked={reading.swapAxes ?? false}
          onChange={(event) => read({ swapAxes: event.currentTarget.checked || undefined })}
        />
        <div className={classes.wide}>
          <DatumSelect layer={layer} onRead={read} />
        </div>
        {encoding !== undefined && (
          <Select
            size="xs"
            label={t('importing.encoding')}
            allowDeselect={false}
            value={reading.encoding ?? ''}
            data={[
              { value: '', label: t('importing.encoding.auto', { encoding }) },
              ...ENCODINGS.map((value) => ({ value, label: value })),
            ]}
            // Other letters make other column names: they are guessed anew.
            onChange={(value) =>
              onChange({
                reading: cleaned({ ...reading, encoding: value || undefined }),
                fields: undefined,
                units: undefined,
              })
            }
          />
        )}
        {layer.facts.delimiter !== undefined && <DelimiterSelect layer={layer} onChange={onChange} />}
        {isTable(layer) && <GeometryColumns layer={layer} onRead={read} />}
      </div>
    </section>
  );
}

function DelimiterSelect({ layer, onChange }: PlacingFormProps) {
  const { t } = useTexts();
  const { reading } = layer.choices;
  const found = t(`importing.delimiter.${DELIMITERS[layer.facts.delimiter ?? ''] ?? 'other'}`);
  return (
    <Select
      size="xs"
      label={t('importing.delimiter')}
      allowDeselect={false}
      value={reading.delimiter ?? ''}
      data={[
        { value: '', label: t('importing.delimiter.auto', { delimiter: found }) },
        ...Object.entries(DELIMITERS).map(([value, name]) => ({ value, label: t(`importing.delimiter.${name}`) })),
      ]}
      // Other cells are other columns.
      onChange={(value) =>
        onChange({
          reading: cleaned({ ...reading, delimiter: value || undefined }),
          fields: undefined,
          units: undefined,
        })
      }
    />
  );
}

type OnRead = (part: { [K in keyof ReadingChoices]?: ReadingChoices[K] | undefined }) => void;

function CrsSelect({ layer, onRead }: { layer: ExaminedLayer; onRead: OnRead }) {
  const { t } = useTexts();
  const { crs } = layer.choices.reading;
  const choices = crsChoices(layer.facts.bounds?.[0]);
  const isListed = crs === undefined || choices.some(({ code }) => code === crs);
  const [isOther, setOther] = useState(!isListed);
  const label = ({ code, family, centralMeridian }: (typeof choices)[number]) =>
    family === 'degrees'
      ? t('importing.crs.wgs84')
      : `${t(`crs.${family}`, { degrees: centralMeridian ?? 0 })} · ${code}`;
  const stated = layer.facts.crs;
  return (
    <>
      <Select
        size="xs"
        searchable
        allowDeselect={false}
        label={t('importing.crs')}
        value={isOther ? OTHER : (crs ?? AS_FILE)}
        data={[
          { value: AS_FILE, label: t('importing.crs.file', { crs: crs === undefined ? stated : '…' }) },
          ...choices.map((choice) => ({ value: choice.code, label: label(choice) })),
          { value: OTHER, label: t('importing.crs.custom') },
        ]}
        onChange={(value) => {
          setOther(value === OTHER);
          if (value !== OTHER) onRead({ crs: value === AS_FILE || value === null ? undefined : value });
        }}
        data-testid="import-crs"
      />
      {isOther && (
        <TextInput
          size="xs"
          mt={4}
          aria-label={t('importing.crs.custom')}
          defaultValue={isListed ? '' : crs}
          placeholder="EPSG:4547"
          onBlur={(event) => onRead({ crs: event.currentTarget.value.trim() || undefined })}
        />
      )}
    </>
  );
}

function DatumSelect({ layer, onRead }: { layer: ExaminedLayer; onRead: OnRead }) {
  const { t } = useTexts();
  const { datum = 'wgs84' } = layer.choices.reading;
  const { datumGuess } = layer;
  // The workspace knows more than the file's name does.
  const [verdict, setVerdict] = useState<Datum>();
  const guessed = verdict ?? datumGuess.datum;
  const isSuggested = guessed !== undefined && guessed !== 'wgs84' && datum === 'wgs84';
  return (
    <>
      <Select
        size="xs"
        label={t('importing.datum')}
        allowDeselect={false}
        value={datum}
        data={DATUMS.map((value) => ({ value, label: t(`datum.${value}`) }))}
        onChange={(value) => onRead({ datum: value === 'wgs84' || value === null ? undefined : (value as Datum) })}
        data-testid="import-datum"
      />
      {verdict === undefined && <Reasons reasons={datumGuess.reasons} />}
      <DatumEvidence layer={layer} onVerdict={setVerdict} />
      {isSuggested && (
        <p className={classes.hint}>
          {t('importing.datum.suggest', { datum: t(`datum.${guessed}`) })}{' '}
          <Button
            size="compact-xs"
            variant="light"
            onClick={() => onRead({ datum: guessed })}
            data-testid="apply-datum"
          >
            {t('importing.datum.apply', { datum: t(`datum.${guessed}`) })}
          </Button>
        </p>
      )}
      {datum !== 'wgs84' && <p className={classes.reasons}>{t('importing.datum.ghost')}</p>}
    </>
  );
}

function GeometryColumns({ layer, onRead }: { layer: ExaminedLayer; onRead: OnRead }) {
  const { t } = useTexts();
  const { geometry = {} } = layer.choices.reading;
  const names = layer.facts.fields.map(({ name }) => name);
  const set = (part: Partial<Record<'lon' | 'lat' | 'wkt', string | undefined>>) => {
    const next = Object.fromEntries(Object.entries({ ...geometry, ...part }).filter(([, value]) => value));
    onRead({ geometry: Object.keys(next).length > 0 ? next : undefined });
  };
  return (
    <>
      {(['lon', 'lat', 'wkt'] as const).map((axis) => (
        <Select
          key={axis}
          size="xs"
          searchable
          clearable
          label={t(`importing.geometry.${axis}`)}
          placeholder={t('importing.geometry.auto')}
          value={geometry[axis] ?? null}
          data={names}
          onChange={(value) => set({ [axis]: value ?? undefined })}
        />
      ))}
    </>
  );
}

const isTable = ({ format }: ExaminedLayer): boolean => ['csv', 'xlsx', 'xls'].includes(format);

/** Without keys that say nothing: a choice is compared as it is written. */
function cleaned(reading: { [K in keyof ReadingChoices]?: ReadingChoices[K] | undefined }): ReadingChoices {
  return Object.fromEntries(Object.entries(reading).filter(([, value]) => value !== undefined)) as ReadingChoices;
}
