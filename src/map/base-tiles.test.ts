import { afterEach, describe, expect, it } from 'vitest';
import { createBaseTiles } from './base-tiles.ts';
import type { BaseTiles } from './map-types.ts';

describe('tiles that are lent to a second map', () => {
  let tiles: BaseTiles;
  afterEach(() => tiles.close());

  it('are those of the archive opened last, so that it is read once and held for both', () => {
    tiles = createBaseTiles();
    const first = tiles.open('https://example.com/district.pmtiles');
    const lent = tiles.lend();
    expect(lent.open('https://example.com/district.pmtiles')).toBe(first);
    expect(lent.open('https://example.com/other.pmtiles')).not.toBe(first);
    // What could not be read is opened anew by the first map itself.
    expect(tiles.open('https://example.com/district.pmtiles')).not.toBe(first);
  });
});
