import { describe, expect, it } from 'vitest';
import { filesFor } from './hold-fonts.ts';

const faces = [
  { url: 'latin', 'unicode-range': ['U+0000-00FF', 'U+2013'] },
  { url: 'han', 'unicode-range': ['U+4e00', 'U+88f8-88ff'] },
  { url: 'rare', 'unicode-range': ['U+20000-2a6df'] },
];

describe('the files of given characters', () => {
  it('are those whose ranges hold any of them', () => {
    expect(filesFor('A', faces)).toEqual(['latin']);
    expect(filesFor('–一', faces)).toEqual(['latin', 'han']);
    expect(filesFor('裸𠮷', faces)).toEqual(['han', 'rare']);
    expect(filesFor('', faces)).toEqual([]);
  });
});
