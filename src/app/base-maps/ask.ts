/** Asking another origin: every way in which that can go wrong, told apart and named with the host. */
import { fail, ok, type Result } from '../../core/result.ts';

/** Neither where the page is nor who uses it goes along. */
const PRIVATELY = { referrerPolicy: 'no-referrer', credentials: 'omit' } as const satisfies RequestInit;

/**
 * The bytes of an address; undefined where the server has nothing there (204, 404). Fails with
 * `basemap-refused` (status and what the server says), `basemap-cors` (it answers, but not to pages of other
 * origins) or `basemap-unreachable`. Throws only the abort.
 */
export async function ask(address: string, signal?: AbortSignal): Promise<Result<ArrayBuffer | undefined>> {
  const { host } = new URL(address);
  let response: Response;
  try {
    response = await fetch(address, { ...PRIVATELY, ...(signal ? { signal } : {}) });
  } catch {
    signal?.throwIfAborted();
    return fail((await answersAtAll(address)) ? 'basemap-cors' : 'basemap-unreachable', { host });
  }
  if (response.status === 204 || response.status === 404) return ok(undefined);
  if (!response.ok) {
    const says = (await response.text().catch(() => ''))
      .replace(/<[^>]*>/gu, ' ')
      .trim()
      .slice(0, 160);
    return fail('basemap-refused', { host, status: response.status, says: says || response.statusText || '–' });
  }
  return ok(await response.arrayBuffer());
}

/** A request whose answer may not be read still tells that there was one. */
async function answersAtAll(address: string): Promise<boolean> {
  try {
    await fetch(address, { ...PRIVATELY, mode: 'no-cors' });
    return true;
  } catch {
    return false;
  }
}

/** Whether bytes begin as a picture that browsers read: PNG, JPEG, GIF, WebP, AVIF. */
export function isPicture(bytes: ArrayBuffer): boolean {
  const head = String.fromCharCode(...new Uint8Array(bytes, 0, Math.min(12, bytes.byteLength)));
  return /^(?:\x89PNG|\xff\xd8\xff|GIF8|RIFF....WEBP|....ftypavi[fs])/su.test(head);
}
