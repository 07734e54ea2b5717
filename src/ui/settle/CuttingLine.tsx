/** The line along which an overlap is split: between its far ends, or as somebody draws it; which side goes to whom. */
import { Button } from '@mantine/core';
import { IconArrowsExchange, IconLine } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { ConflictSheet } from '../../checks/settle/settle-types.ts';
import { createFrame } from '../../geo/laea.ts';
import { PREVIEW_SIDES } from '../../map/preview-sides.ts';
import type { LonLat } from '../../model/lon-lat.ts';
import { useApp, useTexts, useView } from '../app-context.tsx';
import findings from '../findings/findings.module.css';
import { isSnapKind, sourcesOf } from '../store/layer-features.ts';
import { lookOf } from '../store/view-store.ts';
import classes from './settle.module.css';

interface CuttingLineProps {
  readonly sheet: ConflictSheet;
  readonly line: readonly LonLat[];
  readonly isOwn: boolean;
  readonly onLine: (line: readonly LonLat[] | undefined) => void;
  readonly onDrawing: (drawing: boolean) => void;
}

export function CuttingLine({ sheet: { parties }, line, isOwn, onLine, onDrawing }: CuttingLineProps) {
  const { t } = useTexts();
  const map = useView((state) => state.map);
  const { view, workspace } = useApp();
  const [drawing, setDrawing] = useState(false);
  const stop = useRef<() => void>(undefined);
  useEffect(() => () => stop.current?.(), []);

  const setBusy = (busy: boolean) => {
    setDrawing(busy);
    onDrawing(busy);
  };
  const cancel = () => {
    stop.current?.();
    stop.current = undefined;
    setBusy(false);
  };
  const draw = async () => {
    if (!map) return;
    setBusy(true);
    let left = false;
    stop.current = () => {
      left = true;
    };
    const { drawLine } = await import('../../draw/line-pen.ts');
    if (left) return;
    stop.current = drawLine(map.map, {
      frame: createFrame(line[0] ?? map.camera().center),
      snapSources: () =>
        sourcesOf(workspace.getState().features, (id) => lookOf(view.getState(), id).visible, isSnapKind),
      onLine: ({ coordinates }) => {
        onLine(coordinates.map(([longitude = 0, latitude = 0]): LonLat => [longitude, latitude]));
        setBusy(false);
      },
      onCancel: () => setBusy(false),
    });
  };

  const [a, b] = parties;
  return (
    <>
      <p className={findings.muted}>{t('settle.line.hint', { name: a?.name ?? '', other: b?.name ?? '' })}</p>
      <p className={classes.legend} aria-hidden="true">
        {[a, b].map((party, side) => (
          <span key={party?.name}>
            <i style={{ background: PREVIEW_SIDES[side]?.color }} /> {party?.name}
          </span>
        ))}
      </p>
      {drawing ? (
        <>
          <p ref={intoView} data-testid="line-drawing">
            {t('settle.line.drawing')}
          </p>
          <div className={findings.actions}>
            <Button size="compact-sm" variant="default" onClick={cancel}>
              {t('settle.line.cancel')}
            </Button>
          </div>
        </>
      ) : (
        <>
          <p className={findings.muted}>{t(isOwn ? 'settle.line.own' : 'settle.line.middle')}</p>
          <div className={findings.actions}>
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconLine size={15} />}
              disabled={!map}
              onClick={() => void draw()}
              data-testid="line-draw"
            >
              {t('settle.line.draw')}
            </Button>
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconArrowsExchange size={15} />}
              onClick={() => onLine(line.toReversed())}
              data-testid="line-swap"
            >
              {t('settle.line.swap')}
            </Button>
            {isOwn && (
              <Button size="compact-sm" variant="default" onClick={() => onLine(undefined)} data-testid="line-reset">
                {t('settle.line.reset')}
              </Button>
            )}
          </div>
        </>
      )}
    </>
  );
}

/** The card is shorter while a line is drawn: what to do must not be scrolled away. */
const intoView = (hint: HTMLElement | null) => hint?.scrollIntoView({ block: 'center' });
