/**
 * A PMTiles archive at an address, read in parts as they are needed, that can be brought onto the page as a whole:
 * from then on nothing of it is fetched, and the map goes on without a network.
 */
import { FetchSource, type RangeResponse, type Source } from 'pmtiles';

/** A district's base map has some megabytes; a country's is not for the memory of a page. */
const MOST_BYTES = 256 * 2 ** 20;

export interface HeldSource extends Source {
  /** False where it is too large or could not be fetched; then it is read in parts as before. */
  hold(): Promise<boolean>;
}

export function createHeldSource(address: string, fetchWhole: typeof fetch = fetch): HeldSource {
  const parts = new FetchSource(address);
  let held: Blob | undefined;
  let holding: Promise<boolean> | undefined;

  const fetchAll = async (): Promise<boolean> => {
    const stop = new AbortController();
    try {
      const response = await fetchWhole(address, { signal: stop.signal });
      if (!response.ok || Number(response.headers.get('content-length') ?? 0) > MOST_BYTES) {
        stop.abort();
        return false;
      }
      held = await response.blob();
      return true;
    } catch {
      // No network: what is read in parts says so itself.
      return false;
    }
  };

  return {
    getKey: () => parts.getKey(),
    async getBytes(offset, length, signal, etag): Promise<RangeResponse> {
      if (!held) return parts.getBytes(offset, length, signal, etag);
      return { data: await held.slice(offset, offset + length).arrayBuffer() };
    },
    async hold() {
      holding ??= fetchAll();
      const isHeld = await holding;
      // Asked for again when the next briefing starts.
      if (!isHeld) holding = undefined;
      return isHeld;
    },
  };
}
