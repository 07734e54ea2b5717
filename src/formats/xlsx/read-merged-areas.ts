/**
 * The merged cells of a sheet. They stand behind its rows, and are needed with the first of them: the
 * sheet is unpacked once for them alone, without looking into the rows.
 */
import type { MergedArea } from '../table/merged-areas.ts';
import { parseMergedArea } from './cell-name.ts';
import { createXmlFeed } from './xml-events.ts';

const START = /<(?:\w+:)?mergeCells[\s>]/u;
/** A start that is cut in two by the end of a piece. */
const OVERLAP = 64;
const MAX_AREAS = 1_000_000;

/** `pieces` are the sheet's text. Throws where the sheet is damaged, or has more than a million of them. Yields between pieces, so that it can be cancelled. */
export function* readMergedAreas(pieces: Iterable<string>): Generator<undefined, MergedArea[]> {
  const areas: MergedArea[] = [];
  let isDone = false;
  const feed = createXmlFeed({
    open(name, attributes) {
      if (name !== 'mergeCell' || isDone) return;
      const area = parseMergedArea(attributes().ref ?? '');
      if (area) areas.push(area);
    },
    close(name) {
      isDone ||= name === 'mergeCells';
    },
  });
  let tail = '';
  let isInside = false;
  for (const piece of pieces) {
    yield;
    if (isDone) continue;
    const text = isInside ? piece : tail + piece;
    const start = isInside ? 0 : text.search(START);
    tail = text.slice(-OVERLAP);
    if (start < 0) continue;
    isInside = true;
    try {
      feed.write(text.slice(start));
    } catch (error) {
      // What follows the list is no whole document: nobody asks for it.
      if (!isDone) throw error;
    }
    if (areas.length > MAX_AREAS) throw new Error('xml: more merged cells than a sheet can have');
  }
  return areas;
}
