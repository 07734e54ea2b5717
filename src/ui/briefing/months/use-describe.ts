/** What the ledger says of features, for tables and names of places. */
import { useCallback } from 'react';
import type { DescribeSubject } from '../../../reports/findings-table.ts';
import { useWorkspace } from '../../app-context.tsx';
import { fieldOf } from '../../store/layer-features.ts';

export function useDescribe(): DescribeSubject {
  const features = useWorkspace((state) => state.features);
  return useCallback(
    (subject) => ({
      layerTitle: features.get(subject.layer)?.layer.title,
      name: fieldOf(features, subject, 'name'),
      owner: fieldOf(features, subject, 'owner'),
    }),
    [features],
  );
}
