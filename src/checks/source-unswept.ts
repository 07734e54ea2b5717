/** source-unswept: dust sources farther than `maxSweepingDistanceMeters` from every qualifying sweeping route. */
import { GeometryType } from '../geo/geometry-column.ts';
import { draftUnswept } from './drafts.ts';
import { placeOf } from './place.ts';
import { found } from './rule.ts';
import { SWEPT } from './source-measures.ts';
import { createSourceMeter, createSourceRule, placed } from './source-rule.ts';
import { weighSweeping } from './weigh-source.ts';

export const sourceUnswept = createSourceRule('source-unswept', (workspace) => {
  const { input, frame, routes } = workspace;
  const measure = createSourceMeter(workspace);
  return (table, source) => {
    const { packed } = table.prepared;
    const route = table.sweeping.route[source]!;
    if (route === SWEPT || packed.type[source] === GeometryType.none) return undefined;
    const ref = routes.ref(route);
    const nearest = ref && { ref, distanceMeters: table.sweeping.meters[source]! };
    const measured = measure(table, source);
    return {
      weights: [weighSweeping({ source: measured, nearest }, input)],
      write: () => found(draftUnswept({ source: placed(measured, placeOf(frame, packed, source)), nearest }, input)),
    };
  };
});
