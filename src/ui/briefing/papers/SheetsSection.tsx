/** 图件: the map on paper, as a picture, as an animation. */
import { Button, SegmentedControl } from '@mantine/core';
import { IconBooks, IconEye, IconFileTypePdf, IconPhoto, IconPrinter } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import { fail, ok, type Result } from '../../../core/result.ts';
import { formatBytes } from '../../../i18n/format.ts';
import type { Scene } from '../../../model/scene.ts';
import { useApp, useTexts, useView, useWorkspace } from '../../app-context.tsx';
import draw from '../../draw/draw.module.css';
import { type RunningTask, runWorkOrSay } from '../../running-work.ts';
import { PaperFields, PictureFields, WordFields } from './sheets/SheetFields.tsx';
import { INITIAL_FORM, requestOf, SHEET_KINDS, type SheetForm, type SheetKind } from './sheets/sheet-form.ts';
import type { SheetRequest } from './sheets/sheet-request.ts';
import classes from './sheets/sheets.module.css';

const NO_SCENES: readonly Scene[] = [];
const makers = () => import('./sheets/sheet-exports.ts');

export function SheetsSection() {
  const { t } = useTexts();
  const services = useApp();
  const scenes = useWorkspace((state) => state.document?.scenes) ?? NO_SCENES;
  const workspace = useWorkspace((state) => state.document?.name) ?? '';
  const hasMap = useView((state) => state.map !== undefined);
  const [form, setForm] = useState<SheetForm>(INITIAL_FORM);
  const [preview, setPreview] = useObjectUrl();
  const [done, setDone] = useState('');
  const change = (part: Partial<SheetForm>) => {
    setPreview(undefined);
    setForm((before) => ({ ...before, ...part }));
  };
  const defaultTitle = t('sheets.name.default', { workspace });
  const request = (proof = false) => requestOf(form, scenes, defaultTitle, proof);

  const run = async <T,>(make: (request: SheetRequest, task: RunningTask) => Promise<Result<T>>, proof = false) => {
    setDone('');
    return runWorkOrSay(services.view, 'sheets.work', (task) => make(request(proof), task));
  };
  const save = async (extension: string, make: (request: SheetRequest, task: RunningTask) => Promise<Result<Blob>>) => {
    const made = await run(make);
    if (!made) return;
    const file = services.commands.exportFile(request().title, extension, made);
    setDone(t('sheets.done', { file, size: formatBytes(made.size) }));
  };
  const pdfOf = async (pages: Awaited<ReturnType<Awaited<ReturnType<typeof makers>>['sheetPages']>>, title: string) => {
    if (!pages.ok) return pages;
    const { buildPdf } = await import('../../../reports/sheets/pdf.ts');
    return ok(new Blob([buildPdf(pages.value, title)], { type: 'application/pdf' }));
  };

  const look = async () => {
    const made = await run(async (asked, task) => (await makers()).pictureFile(services, asked, task), true);
    if (made) setPreview(made);
  };
  const print = () =>
    run(async (asked, task) => {
      const pages = await (await makers()).sheetPages(services, asked, task);
      if (!pages.ok) return pages;
      const { printSheets } = await import('./sheets/print-sheets.ts');
      await printSheets(pages.value, asked.title);
      return task.signal.aborted ? fail('engine.cancelled') : ok(undefined);
    });

  return (
    <section className={draw.section} aria-labelledby="sheets-title" data-testid="sheets-section">
      <h3 id="sheets-title" className={draw.title}>
        {t('sheets.title')}
      </h3>
      <p className={draw.hint}>{t(hasMap ? 'sheets.hint' : 'sheets.noMap')}</p>
      <SegmentedControl
        fullWidth
        value={form.kind}
        onChange={(kind) => change({ kind: kind as SheetKind })}
        aria-label={t('sheets.kind')}
        data={SHEET_KINDS.map((value) => ({ value, label: t(`sheets.kind.${value}`) }))}
        data-testid="sheets-kind"
      />
      <WordFields form={form} onChange={change} scenes={scenes} defaultTitle={defaultTitle} />
      {form.kind === 'paper' && <PaperFields form={form} onChange={change} />}
      {form.kind === 'picture' && <PictureFields form={form} onChange={change} />}
      {form.kind === 'animation' && <p className={draw.hint}>{t('sheets.animation.hint')}</p>}
      <div className={classes.buttons}>
        {form.kind !== 'animation' && <Act name="preview" icon={<IconEye size={18} />} onPress={look} />}
        {form.kind === 'paper' && (
          <>
            <Act
              name="pdf"
              isMain
              icon={<IconFileTypePdf size={18} />}
              onPress={() =>
                save('pdf', async (asked, task) =>
                  pdfOf(await (await makers()).sheetPages(services, asked, task), asked.title),
                )
              }
            />
            <Act name="print" icon={<IconPrinter size={18} />} onPress={print} />
            <AtlasButton
              onPress={() =>
                save('pdf', async (asked, task) =>
                  pdfOf(await (await makers()).atlasPages(services, asked, task), asked.title),
                )
              }
            />
          </>
        )}
        {form.kind !== 'animation' && (
          <Act
            name="png"
            isMain={form.kind === 'picture'}
            icon={<IconPhoto size={18} />}
            onPress={() => save('png', async (asked, task) => (await makers()).pictureFile(services, asked, task))}
          />
        )}
        {form.kind === 'animation' && (
          <Act
            name="gif"
            isMain
            icon={<IconPhoto size={18} />}
            onPress={() => save('gif', async (asked, task) => (await makers()).gifFile(services, asked, task))}
          />
        )}
      </div>
      {preview && (
        <img
          className={classes.preview}
          src={preview}
          alt={t('sheets.previewAlt', { title: request().title })}
          data-testid="sheets-preview-image"
        />
      )}
      <p className={draw.hint} role="status" data-testid="sheets-done">
        {done}
      </p>
    </section>
  );
}

interface ActProps {
  readonly name: 'preview' | 'pdf' | 'print' | 'png' | 'gif';
  readonly icon: ReactNode;
  readonly onPress: () => Promise<unknown>;
  /** What the kind of sheet is mostly made for. */
  readonly isMain?: boolean;
}

/** One thing at a time: the page has one map. */
function Act({ name, icon, onPress, isMain }: ActProps) {
  const { t } = useTexts();
  const isOff = useIsOff();
  return (
    <Button
      variant={isMain ? 'filled' : 'default'}
      leftSection={icon}
      disabled={isOff}
      onClick={() => void onPress()}
      data-testid={`sheets-${name}`}
    >
      {t(`sheets.${name}`)}
    </Button>
  );
}

/** Nothing where the workspace has no streets. */
function AtlasButton({ onPress }: { readonly onPress: () => Promise<unknown> }) {
  const { t } = useTexts();
  const isOff = useIsOff();
  const count = useStreetCount();
  if (count === 0) return null;
  return (
    <Button
      variant="default"
      leftSection={<IconBooks size={18} />}
      disabled={isOff}
      onClick={() => void onPress()}
      data-testid="sheets-atlas"
    >
      {t('sheets.atlas', { count: count + 1 })}
    </Button>
  );
}

function useIsOff(): boolean {
  const isBusy = useView((state) => state.work !== undefined);
  const hasMap = useView((state) => state.map !== undefined);
  return isBusy || !hasMap;
}

/** O(zones), once for each change of the workspace. */
function useStreetCount(): number {
  const services = useApp();
  const document = useWorkspace((state) => state.document);
  const [count, setCount] = useState(0);
  useEffect(() => {
    let isOver = false;
    void makers().then(({ countStreets }) => {
      if (!isOver && document) setCount(countStreets(services));
    });
    return () => {
      isOver = true;
    };
  }, [services, document]);
  return count;
}

/** The address of a picture, given back when it is no longer shown. */
function useObjectUrl(): readonly [string | undefined, (blob: Blob | undefined) => void] {
  const [url, setUrl] = useState<string>();
  useEffect(() => () => void (url && URL.revokeObjectURL(url)), [url]);
  return [url, (blob) => setUrl(blob && URL.createObjectURL(blob))];
}
