/** A finding as an address of the app: from a ledger back onto the map. The form is that of `app/permalink.ts`. */
import { workspaceKey } from '../model/workspace-key.ts';

/** Anything else is no link, or one that a program must not follow. */
const WEB_ADDRESS = /^https?:\/\/[^\s"<>]+$/u;

export const isWebAddress = (address: string): boolean => WEB_ADDRESS.test(address);

/**
 * Opens the workspace's finding where the app is served at `base`; what follows `#` there is dropped. It names the
 * workspace by a hash of its name: another one that is open there says that the link is not meant for it.
 */
export function findingAddress(base: string, workspace: string, finding: string): string {
  return `${base.replace(/#.*$/su, '')}#w=${workspaceKey(workspace)}&sel=f:${encodeURIComponent(finding)}`;
}
