/** source-uncontrolled: bare soil past its clock, sites that fail one of the six measures, parks without theirs. Fields and dates only. */
import { GeometryType } from '../geo/geometry-column.ts';
import type { FastWorkspace } from './fast-workspace.ts';
import type { FindingBook } from './finding-book.ts';
import { isControlled, judgeControls, noteControls } from './judge-controls.ts';
import { fieldsOfPrepared } from './layer-fields.ts';
import { placeOf } from './place.ts';
import { createSourceMeter, createSourceRule, placed } from './source-rule.ts';

const RULE = 'source-uncontrolled';

export const sourceUncontrolled = createSourceRule(
  RULE,
  (workspace) => {
    const { input, frame } = workspace;
    const measure = createSourceMeter(workspace);
    return (table, source) => {
      const { prepared, undated } = table;
      undated.delete(source);
      if (!isControlled(prepared.source.kind) || !prepared.isThere(source)) return undefined;
      const { packed } = prepared;
      const { verdict, isUndated } = judgeControls(prepared.ref(source), input, {
        measure: () => (packed.type[source] === GeometryType.none ? undefined : measure(table, source)),
        place: (measured) => placed(measured, placeOf(frame, packed, source)),
      });
      if (isUndated) undated.add(source);
      return verdict;
    };
  },
  { hasSeveral: true, conclude: noteLayers },
);

/** The fields that layers lack, and how many patches are bare since nobody knows when. */
function noteLayers({ sources, input }: FastWorkspace, book: FindingBook): void {
  const notes = sources
    .filter(({ prepared }) => isControlled(prepared.source.kind) && prepared.featureCount > 0)
    .flatMap(({ prepared, undated }) => noteControls(fieldsOfPrepared(prepared), input, undated.size));
  book.setNotes(RULE, notes);
}
