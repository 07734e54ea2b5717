/** The fields of a sheet: what it shows, its words, its paper or size. */
import { Checkbox, SegmentedControl, Select, TextInput } from '@mantine/core';
import { SCALES } from '../../../../briefing/sheets/sheet-camera.ts';
import {
  PAPER_SIZES,
  type PaperSize,
  PICTURE_SIZES,
  type PictureSizeName,
  RESOLUTIONS,
  type Resolution,
  TURNS,
  type Turn,
} from '../../../../briefing/sheets/sheet-pages.ts';
import { formatNumber } from '../../../../i18n/format.ts';
import type { Scene } from '../../../../model/scene.ts';
import { useTexts } from '../../../app-context.tsx';
import type { SheetForm } from './sheet-form.ts';
import classes from './sheets.module.css';

export interface FieldsProps {
  readonly form: SheetForm;
  readonly onChange: (change: Partial<SheetForm>) => void;
}

export function WordFields({
  form,
  onChange,
  scenes,
  defaultTitle,
}: FieldsProps & { readonly scenes: readonly Scene[]; readonly defaultTitle: string }) {
  const { t } = useTexts();
  const scene = scenes.find(({ id }) => id === form.scene);
  return (
    <>
      <Select
        label={t('sheets.view')}
        value={scene ? form.scene : ''}
        onChange={(value) => onChange({ scene: value ?? '' })}
        allowDeselect={false}
        data={[
          { value: '', label: t('sheets.view.shown') },
          ...scenes.map(({ id, title }) => ({ value: id, label: title })),
        ]}
        data-testid="sheets-view"
      />
      <TextInput
        label={t('sheets.name')}
        placeholder={scene?.title ?? defaultTitle}
        value={form.title}
        onChange={({ currentTarget }) => onChange({ title: currentTarget.value })}
        data-testid="sheets-name"
      />
      {form.kind !== 'animation' && (
        <TextInput
          label={t('sheets.subtitle')}
          value={form.subtitle}
          onChange={({ currentTarget }) => onChange({ subtitle: currentTarget.value })}
        />
      )}
      <div className={classes.pair}>
        <TextInput
          label={t('sheets.office.label')}
          value={form.office}
          onChange={({ currentTarget }) => onChange({ office: currentTarget.value })}
          data-testid="sheets-office"
        />
        <TextInput
          label={t('sheets.approval.label')}
          value={form.approvalNumber}
          onChange={({ currentTarget }) => onChange({ approvalNumber: currentTarget.value })}
        />
      </div>
    </>
  );
}

export function PaperFields({ form, onChange }: FieldsProps) {
  const { t } = useTexts();
  return (
    <>
      <div className={classes.pair}>
        <SegmentedControl
          value={form.paper}
          onChange={(paper) => onChange({ paper: paper as PaperSize })}
          aria-label={t('sheets.paper')}
          data={[...PAPER_SIZES]}
          data-testid="sheets-paper"
        />
        <SegmentedControl
          value={form.turn}
          onChange={(turn) => onChange({ turn: turn as Turn })}
          aria-label={t('sheets.turn')}
          data={TURNS.map((value) => ({ value, label: t(`sheets.turn.${value}`) }))}
          data-testid="sheets-turn"
        />
      </div>
      <div className={classes.pair}>
        <Select
          label={t('sheets.scale')}
          value={String(form.denominator)}
          onChange={(value) => onChange({ denominator: value === 'round' ? 'round' : Number(value) })}
          allowDeselect={false}
          data={[
            { value: 'round', label: t('sheets.scale.round') },
            ...SCALES.map((scale) => ({
              value: String(scale),
              label: t('sheets.ratio', { denominator: formatNumber(scale) }),
            })),
          ]}
          data-testid="sheets-scale"
        />
        <Select
          label={t('sheets.resolution')}
          value={String(form.resolution)}
          onChange={(value) => onChange({ resolution: Number(value) as Resolution })}
          allowDeselect={false}
          data={RESOLUTIONS.map((dots) => ({ value: String(dots), label: t('sheets.resolution.value', { dots }) }))}
        />
      </div>
      <LegendField form={form} onChange={onChange} />
    </>
  );
}

export function PictureFields({ form, onChange }: FieldsProps) {
  const { t } = useTexts();
  return (
    <>
      <Select
        label={t('sheets.picture')}
        value={form.picture}
        onChange={(value) => onChange({ picture: value as PictureSizeName })}
        allowDeselect={false}
        data={PICTURE_SIZES.map((value) => ({ value, label: t(`sheets.picture.${value}`) }))}
        data-testid="sheets-picture"
      />
      <LegendField form={form} onChange={onChange} />
    </>
  );
}

function LegendField({ form, onChange }: FieldsProps) {
  const { t } = useTexts();
  return (
    <Checkbox
      label={t('sheets.legend')}
      checked={form.withLegend}
      onChange={({ currentTarget }) => onChange({ withLegend: currentTarget.checked })}
    />
  );
}
