/** What was measured, as a file; of an outline that crosses itself nothing goes out: it has no area. */
import { useCommands, useTexts } from '../app-context.tsx';
import { ExportMenu } from '../exporting/ExportMenu.tsx';
import { crossesItself } from './crosses-itself.ts';
import { measuredSet } from './measured-set.ts';
import type { Measuring } from './use-measuring.ts';

export function MeasureExport({ measuring }: { readonly measuring: Measuring }) {
  const { t } = useTexts();
  const { exportFeatures } = useCommands();
  const { kind, positions, measured } = measuring;
  const set = measuredSet(kind, positions, measured, t);
  if (!set || crossesItself(kind, positions)) return null;
  const title = t('exporting.measured.name', { kind: t(`inspect.kind.${kind}`) });
  return (
    <div>
      <ExportMenu
        label={t('exporting.measured')}
        title={t('export.layer')}
        testId="measure-export"
        onExport={(format) => exportFeatures({ title, sets: [set], format, withPersonal: false })}
      />
    </div>
  );
}
