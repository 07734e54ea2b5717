/** What was noticed in the data: repaired shapes, rows left out, values not understood. */
import type { Subject } from '../../core/subject.ts';
import { explainProblem } from '../../i18n/explain.ts';
import type { LayerNote } from '../../model/findings.ts';
import { useCommands, useTexts, useWorkspace } from '../app-context.tsx';
import type { FeaturesByLayer } from '../store/layer-features.ts';
import { VirtualEntries } from './VirtualEntries.tsx';

export function NotesList({ notes }: { notes: readonly LayerNote[] }) {
  const { t } = useTexts();
  const { select } = useCommands();
  const features = useWorkspace((state) => state.features);
  return (
    <VirtualEntries
      label={t('app.list.notes')}
      empty={t('app.notes.none')}
      count={notes.length}
      entryAt={(index) => {
        const note = notes[index] as LayerNote;
        const { layer, row, problem } = note;
        const title = features.get(layer)?.layer.title ?? layer;
        return {
          head: title + (row === undefined ? '' : ` · ${t('place.row', { row })}`),
          body: explainProblem({ code: problem.code, params: problem.params }, t),
          onClick: () => {
            const subject = findSubject(note, features);
            if (subject) select({ type: 'feature', subject });
          },
        };
      }}
    />
  );
}

/** The feature that a note is about, if it is still there. O(features of the layer). */
function findSubject({ layer, row, problem }: LayerNote, features: FeaturesByLayer): Subject | undefined {
  const batch = features.get(layer)?.batch;
  const feature = problem.at?.feature ?? (row === undefined ? undefined : batch?.ids[batch.rows.indexOf(row)]);
  return feature === undefined ? undefined : { layer, feature };
}
