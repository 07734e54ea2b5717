/** A deck without what XML cannot hold: names come from ledgers, and one control character would spoil the file. */
import { withoutUnwritable } from '../../core/xml-text.ts';
import type { SlideDeck } from './slide-deck.ts';

/** Every text of it, however deep; numbers and pictures stay as they are. O(texts). */
export const writableDeck = (deck: SlideDeck): SlideDeck => writable(deck) as SlideDeck;

function writable(value: unknown): unknown {
  if (typeof value === 'string') return withoutUnwritable(value);
  if (value instanceof Uint8Array || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(writable);
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, writable(entry)]));
}
