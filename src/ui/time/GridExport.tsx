/** The hexagons or cells on the map as a file, with what each is coloured by. */
import { useCommands, useTexts } from '../app-context.tsx';
import { ExportMenu } from '../exporting/ExportMenu.tsx';
import type { HotspotPicture } from '../store/time-store.ts';
import { gridSet } from './grid-set.ts';

export function GridExport({ picture }: { readonly picture: HotspotPicture }) {
  const { t } = useTexts();
  const { exportFeatures } = useCommands();
  const { grid, cells, drawing } = picture;
  if (!grid || grid.bins.count === 0) return null;
  const parts = { drawing: t(`time.draw.${drawing}`), month: cells?.month ?? '' };
  return (
    <div>
      <ExportMenu
        label={t('exporting.grid', parts)}
        title={t('export.layer')}
        testId="grid-export"
        position="top-end"
        onExport={(format) => {
          const set = gridSet(picture, t);
          const title = t(cells ? 'exporting.grid.nameOfMonth' : 'exporting.grid.nameOfFile', parts);
          if (set) exportFeatures({ title, sets: [set], format, withPersonal: false });
        }}
      />
    </div>
  );
}
