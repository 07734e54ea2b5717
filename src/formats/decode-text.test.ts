import { describe, expect, it } from 'vitest';
import { decodePieces, decodeText, findEncoding } from './decode-text.ts';

const utf16 = (text: string, littleEndian: boolean): Uint8Array => {
  const view = new DataView(new ArrayBuffer(2 * text.length));
  for (let at = 0; at < text.length; at++) view.setUint16(2 * at, text.charCodeAt(at), littleEndian);
  return new Uint8Array(view.buffer);
};

describe('the encoding of a text', () => {
  it('is told by mark, by zeros, and by what decodes', () => {
    const encodingOf = (bytes: Uint8Array, wanted?: string) => {
      const found = findEncoding(bytes, wanted);
      return found.ok ? [found.value, ...found.notes.map(({ code }) => code)] : [found.problem.code];
    };
    const text = '名称,经度,纬度\n裸土一号,113.6,34.7\n';
    expect(encodingOf(new TextEncoder().encode(text))).toEqual(['utf-8']);
    expect(encodingOf(utf16(`\uFEFF${text}`, true))).toEqual(['utf-16le']);
    expect(encodingOf(utf16(text, true))).toEqual(['utf-16le']);
    expect(encodingOf(utf16(text, false))).toEqual(['utf-16be']);
    expect(encodingOf(Uint8Array.of(0xc3, 0xfb, 0xb3, 0xc6))).toEqual(['gb18030', 'encoding-guessed']);
    expect(encodingOf(Uint8Array.of(0x61, 0xff, 0xff, 0x61))).toEqual(['utf-8', 'encoding-damaged']);
    expect(encodingOf(Uint8Array.of(0x61), 'GBK')).toEqual(['gbk']);
    expect(encodingOf(Uint8Array.of(0x61), 'klingon')).toEqual(['encoding-unknown']);
  });

  it('gives the same text at once and in pieces', () => {
    const text = `\uFEFF${'裸土图斑，'.repeat(150_000)}`;
    const bytes = new TextEncoder().encode(text);
    const pieces = [...decodePieces(bytes, 'utf-8')];
    expect(pieces.length).toBeGreaterThan(4);
    const whole = decodeText(bytes);
    expect(pieces.join('')).toBe(whole.ok ? whole.value.text : '');
  });
});
