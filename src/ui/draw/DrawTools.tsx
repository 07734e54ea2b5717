/** What can be begun: the layer to draw into, its tools, and zones made of what is there. */
import { Button, NumberInput, Popover, Select } from '@mantine/core';
import {
  IconCircleDashed,
  IconLine,
  IconPencil,
  IconPoint,
  IconPolygon,
  IconRectangle,
  IconScribble,
  IconSquaresSelected,
} from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { listenToDrawKeys } from '../../draw/draw-keys.ts';
import type { SketchTool } from '../../draw/draw-types.ts';
import { LAYER_KINDS, type LayerKind } from '../../model/kinds.ts';
import { useTexts } from '../app-context.tsx';
import classes from './draw.module.css';
import type { DrawPanelProps } from './draw-panel-props.ts';
import { ToolButton } from './ToolButton.tsx';
import { takeOrSay } from './take-or-say.ts';
import { COLLECT_LETTER, SKETCH_LETTERS, sketchToolsOf, toolOfLetter } from './tool-letters.ts';
import { shapeOf } from './use-live-marks.ts';

const ICONS = {
  polygon: IconPolygon,
  rectangle: IconRectangle,
  freehand: IconScribble,
  line: IconLine,
  point: IconPoint,
} as const satisfies Record<SketchTool, unknown>;
const USUAL_METERS = 50;

export function DrawTools(props: DrawPanelProps) {
  const { t } = useTexts();
  const { session, kind, onKind, collected, onCollect, selected, features, nameOf } = props;
  const tools = sketchToolsOf(kind);
  const isArea = tools.includes('polygon');
  useEffect(
    () =>
      listenToDrawKeys((key, press) => {
        if (key !== 'letter' || press.shiftKey) return false;
        const meaning = toolOfLetter(press.key, 'idle', kind);
        if (meaning?.type === 'sketch') session.sketch(meaning.name, 'create', kind);
        else if (meaning?.type === 'collect') onCollect(collected ? undefined : []);
        return meaning !== undefined;
      }),
    [session, kind, collected, onCollect],
  );
  const selectedShape = selected && shapeOf(features, selected);
  return (
    <>
      <Select
        label={t('draw.into')}
        data={LAYER_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
        value={kind}
        onChange={(value) => value && onKind(value as LayerKind)}
        allowDeselect={false}
        data-testid="draw-into"
      />
      <div className={classes.tools} role="toolbar" aria-label={t('draw.tools')}>
        {tools.map((tool) => (
          <ToolButton
            key={tool}
            icon={ICONS[tool]}
            label={t(`draw.toolOf.${tool}`)}
            hint={t(`draw.toolHint.${tool}`)}
            letter={SKETCH_LETTERS[tool]}
            disabled={!session.ready}
            onClick={() => session.sketch(tool, 'create', kind)}
            testId={`draw-${tool}`}
          />
        ))}
        {isArea && <Buffer {...props} />}
        {isArea && (
          <ToolButton
            icon={IconSquaresSelected}
            label={t('draw.toolOf.unite')}
            hint={t('draw.toolHint.unite')}
            letter={COLLECT_LETTER}
            pressed={collected !== undefined}
            disabled={!session.ready}
            onClick={() => onCollect(collected ? undefined : [])}
            testId="draw-unite"
          />
        )}
      </div>
      {collected && <Collected {...props} collected={collected} />}
      {selected && selectedShape && !collected && (
        <Button
          variant="default"
          leftSection={<IconPencil size={16} />}
          onClick={() => session.edit(selected)}
          disabled={!session.ready}
          data-testid="edit-selected"
        >
          {t('draw.editSelected', { name: nameOf(selected) })}
        </Button>
      )}
    </>
  );
}

/** Ground within so many metres of what is selected. */
function Buffer({ session, kind, selected, features, loadTools, nameOf }: DrawPanelProps) {
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  const [meters, setMeters] = useState<number | string>(USUAL_METERS);
  const shape = selected && shapeOf(features, selected);
  const make = async () => {
    if (!shape || typeof meters !== 'number') return;
    const tools = await loadTools();
    const made = tools.ok ? tools.value.buffer(shape, meters) : tools;
    takeOrSay(made, (found) => session.take(found, kind), session.setNotice);
    setOpen(false);
  };
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-start" shadow="md" trapFocus>
      <Popover.Target>
        <ToolButton
          icon={IconCircleDashed}
          label={t('draw.toolOf.buffer')}
          hint={t('draw.toolHint.buffer')}
          disabled={!session.ready}
          onClick={() => setOpen(!open)}
          testId="draw-buffer"
        />
      </Popover.Target>
      <Popover.Dropdown>
        {shape && selected ? (
          <form
            className={classes.popover}
            onSubmit={(event) => {
              event.preventDefault();
              void make();
            }}
          >
            <span>{t('draw.buffer.around', { name: nameOf(selected) })}</span>
            <NumberInput
              label={t('draw.buffer.meters')}
              value={meters}
              onChange={setMeters}
              min={1}
              max={20_000}
              data-testid="buffer-meters"
            />
            <Button type="submit" data-testid="buffer-make">
              {t('draw.buffer.make')}
            </Button>
          </form>
        ) : (
          <p className={classes.hint}>{t('draw.buffer.none')}</p>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

function Collected({
  collected,
  session,
  kind,
  features,
  loadTools,
  onCollect,
  nameOf,
}: DrawPanelProps & { readonly collected: NonNullable<DrawPanelProps['collected']> }) {
  const { t } = useTexts();
  const unite = async () => {
    const shapes = collected.flatMap((subject) => {
      const shape = shapeOf(features, subject);
      return shape?.type === 'Polygon' || shape?.type === 'MultiPolygon' ? [shape] : [];
    });
    const tools = await loadTools();
    const made = tools.ok ? tools.value.unite(shapes) : tools;
    takeOrSay(made, (found) => session.take(found, kind), session.setNotice);
  };
  return (
    <div className={classes.popover} data-testid="collected">
      <p className={classes.hint}>{t('draw.unite.hint')}</p>
      {collected.length > 0 && (
        <p className={classes.hint}>
          {t('draw.unite.count', { count: collected.length })}：{collected.slice(0, 6).map(nameOf).join('、')}
          {collected.length > 6 && ' …'}
        </p>
      )}
      <div className={classes.actions}>
        <Button onClick={() => void unite()} disabled={collected.length === 0} data-testid="unite-make">
          {t('draw.unite.make')}
        </Button>
        <Button variant="default" onClick={() => onCollect(undefined)}>
          {t('draw.unite.stop')}
        </Button>
      </div>
    </div>
  );
}
