/** Letters of the oldest workbooks by Windows code page, with the decoders that the platform has. */

const LABELS: Readonly<Record<number, string>> = {
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  1200: 'utf-16le',
  1201: 'utf-16be',
  10008: 'gb18030',
  65001: 'utf-8',
};

/** What the workbook library asks for; unknown pages are taken for Western ones, as it does itself. */
export const CODE_PAGES = {
  utils: {
    decode(page: number, bytes: ArrayLike<number> | string): string {
      const codes = typeof bytes === 'string' ? Array.from(bytes, (letter) => letter.charCodeAt(0)) : bytes;
      const label = LABELS[page] ?? (page >= 1250 && page <= 1258 ? `windows-${page}` : 'windows-1252');
      return new TextDecoder(label, { ignoreBOM: true }).decode(Uint8Array.from(codes));
    },
  },
};
