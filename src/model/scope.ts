import type { Subject } from '../core/subject.ts';

/** What the top bar narrows map, findings and totals to. */
export type Scope =
  | { readonly type: 'zone'; readonly zone: Subject }
  | { readonly type: 'owner'; readonly owner: string };
