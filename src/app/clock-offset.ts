/** The offset of the clock of a camera that does not state one: it is taken to show the time of the workspace. */
import type { WorkspaceState } from '../ui/store/workspace-store.ts';

const BEIJING = '+08:00';

export function clockOffsetOf({ check, document }: Pick<WorkspaceState, 'check' | 'document'>): string {
  return /[+-]\d{2}:\d{2}$/u.exec(check?.asOf ?? document?.asOf ?? '')?.[0] ?? BEIJING;
}
