/**
 * The office's own templates of slips. They lie in the workspace and not in the browser: whoever gets the workspace
 * writes the same slips, on another machine and in the terminal too.
 */
import type { Patch } from '../../model/patch.ts';
import type { WorkspaceDocument } from '../../model/workspace.ts';
import type { Slip } from './slip.ts';

export const templatePath = (of: Slip['of']): string => `attachments/templates/slip-${of}.docx`;

/** Undefined where the workspace has none: then the one that comes with the app is filled. */
export function findOwnTemplate(
  { unread }: Pick<WorkspaceDocument, 'unread'>,
  of: Slip['of'],
): Uint8Array<ArrayBuffer> | undefined {
  return unread?.files[templatePath(of)];
}

/** Takes a template in, or with undefined out again. */
export function templatePatch(of: Slip['of'], bytes: Uint8Array<ArrayBuffer> | undefined, name = ''): Patch {
  const label: Patch['label'] = bytes
    ? { code: 'edit.slip-template', params: { name } }
    : { code: 'edit.slip-template-removed', params: {} };
  return { label, operations: [{ op: 'attachment', path: templatePath(of), bytes }] };
}
