/** The table whose filter narrows the map. */
import type { SceneFilter } from '../../../model/scene.ts';
import type { AppServices } from '../../app-context.tsx';
import { EMPTY_QUERY, type TableName, type TableState, tableKey } from '../../store/table-store.ts';
import { until } from '../until.ts';
import { PATIENCE_MS, type ViewPart } from './view-part.ts';

export const filterPart: ViewPart = {
  read({ tables }) {
    const { onMap, queries } = tables.getState();
    if (!onMap) return {};
    const { filter } = queries[tableKey(onMap)] ?? EMPTY_QUERY;
    return { filter: { ...(onMap.type === 'layer' ? { layer: onMap.layer } : { rule: onMap.rule }), filter } };
  },
  show({ filter }, services) {
    const name = filter && findTable(filter, services);
    if (!filter || !name) return put({ onMap: undefined }, services);
    const { queries } = services.tables.getState();
    const key = tableKey(name);
    const query = { ...(queries[key] ?? EMPTY_QUERY), filter: filter.filter };
    return put({ onMap: name, queries: { ...queries, [key]: query } }, services);
  },
  remember(services) {
    const { onMap, queries } = services.tables.getState();
    return () => void put({ onMap, queries }, services);
  },
};

/** Settles when what the filter finds has reached the map. */
function put(
  next: Partial<Pick<TableState, 'onMap' | 'queries'>>,
  { tables, view }: AppServices,
): Promise<void> | undefined {
  const before = filterOnMap(tables.getState());
  const { filter: mask } = view.getState().masks;
  tables.setState(next);
  const after = filterOnMap(tables.getState());
  if (after === before) return undefined;
  return until(
    view,
    ({ masks }) =>
      after === undefined ? masks.filter === undefined : masks.filter !== undefined && masks.filter !== mask,
    PATIENCE_MS,
  );
}

const filterOnMap = ({ onMap, queries }: Pick<TableState, 'onMap' | 'queries'>) =>
  onMap && JSON.stringify([tableKey(onMap), queries[tableKey(onMap)]?.filter]);

function findTable({ layer, rule }: SceneFilter, { workspace }: AppServices): TableName | undefined {
  if (rule !== undefined) return { type: 'rule', rule };
  const isThere = layer !== undefined && workspace.getState().features.has(layer);
  return isThere ? { type: 'layer', layer } : undefined;
}
