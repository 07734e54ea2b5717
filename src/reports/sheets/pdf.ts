/**
 * PDF (ISO 32000-1) of pages that are one picture each, under whose letters the same text lies unseen: it can be
 * selected, searched and copied, Chinese too, without a font of ten megabytes in every file. Libraries that write
 * PDF either want such a font or cannot write text that is not drawn; what is needed of the format is little.
 * The same bytes for the same pages: no dates, no random ids. Pure.
 */

export interface PdfText {
  readonly text: string;
  /** Millimetres from the top left corner. */
  readonly x: number;
  readonly baseline: number;
  /** Millimetres. */
  readonly size: number;
  readonly align: 'left' | 'center' | 'right';
}

export interface PdfPage {
  readonly widthMillimeters: number;
  readonly heightMillimeters: number;
  readonly jpeg: Uint8Array;
  readonly widthPixels: number;
  readonly heightPixels: number;
  readonly texts: readonly PdfText[];
}

const POINTS_PER_MILLIMETER = 72 / 25.4;
const [CATALOG, PAGES, FONT, CID_FONT, DESCRIPTOR, TO_UNICODE, INFO] = [1, 2, 3, 4, 5, 6, 7];
const FIRST_PAGE = 8;
const OBJECTS_A_PAGE = 3;
/** Of the letter height: Latin letters and digits, and all others. */
const NARROW = 0.55;

/** Throws without pages. O(bytes). */
export function buildPdf(pages: readonly PdfPage[], title: string): Uint8Array<ArrayBuffer> {
  if (pages.length === 0) throw new Error('a PDF of no pages, expected at least one');
  const file = createFile();
  file.write('%PDF-1.7\n%');
  file.write(Uint8Array.of(0xe2, 0xe3, 0xcf, 0xd3, 0x0a));
  file.object(CATALOG, `<< /Type /Catalog /Pages ${PAGES} 0 R /ViewerPreferences << /DisplayDocTitle true >> >>`);
  const kids = pages.map((_, index) => `${FIRST_PAGE + index * OBJECTS_A_PAGE} 0 R`).join(' ');
  file.object(PAGES, `<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`);
  writeFont(file);
  file.object(INFO, `<< /Title <FEFF${utf16(title)}> /Creator (Chentu) >>`);
  for (const [index, page] of pages.entries()) writePage(file, FIRST_PAGE + index * OBJECTS_A_PAGE, page);
  return file.finish();
}

/** Codes are UTF-16 units, so that any text can be written and read back; no glyph is ever drawn. */
function writeFont(file: PdfFile): void {
  const name = '/BaseFont /NotoSansSC';
  file.object(
    FONT,
    `<< /Type /Font /Subtype /Type0 ${name} /Encoding /Identity-H /DescendantFonts [${CID_FONT} 0 R] /ToUnicode ${TO_UNICODE} 0 R >>`,
  );
  const system = '/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>';
  file.object(
    CID_FONT,
    `<< /Type /Font /Subtype /CIDFontType2 ${name} ${system} /FontDescriptor ${DESCRIPTOR} 0 R /DW 1000 /W [32 126 ${1000 * NARROW}] /CIDToGIDMap /Identity >>`,
  );
  file.object(
    DESCRIPTOR,
    '<< /Type /FontDescriptor /FontName /NotoSansSC /Flags 4 /FontBBox [0 -200 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 733 /StemV 80 >>',
  );
  file.stream(TO_UNICODE, '', toUnicode());
}

/** In blocks of at most a hundred ranges, none of which may change but the last byte. */
function toUnicode(): string {
  const ranges = Array.from({ length: 256 }, (_, high) => {
    const byte = hex(high, 2);
    return `<${byte}00> <${byte}FF> <${byte}00>`;
  });
  const blocks = [ranges.slice(0, 100), ranges.slice(100, 200), ranges.slice(200)];
  return [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
    '/CMapName /Adobe-Identity-UCS def /CMapType 2 def',
    '1 begincodespacerange <0000> <FFFF> endcodespacerange',
    ...blocks.flatMap((block) => [`${block.length} beginbfrange`, ...block, 'endbfrange']),
    'endcmap CMapName currentdict /CMap defineresource pop end end',
    '',
  ].join('\n');
}

function writePage(file: PdfFile, id: number, page: PdfPage): void {
  const width = points(page.widthMillimeters);
  const height = points(page.heightMillimeters);
  const resources = `<< /Font << /F ${FONT} 0 R >> /XObject << /M ${id + 2} 0 R >> >>`;
  file.object(
    id,
    `<< /Type /Page /Parent ${PAGES} 0 R /MediaBox [0 0 ${width} ${height}] /Resources ${resources} /Contents ${id + 1} 0 R >>`,
  );
  const texts = page.texts.filter(({ text }) => text).map((text) => textOperators(text, page.heightMillimeters));
  file.stream(id + 1, '', [`q ${width} 0 0 ${height} 0 0 cm /M Do Q`, 'BT 3 Tr', ...texts, 'ET', ''].join('\n'));
  const size = `/Width ${page.widthPixels} /Height ${page.heightPixels}`;
  file.stream(
    id + 2,
    `/Type /XObject /Subtype /Image ${size} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode`,
    page.jpeg,
  );
}

function textOperators({ text, x, baseline, size, align }: PdfText, pageHeight: number): string {
  const width = size * [...text].reduce((sum, letter) => sum + (letter < '\u007f' ? NARROW : 1), 0);
  const left = align === 'left' ? x : align === 'center' ? x - width / 2 : x - width;
  return `/F ${points(size)} Tf 1 0 0 1 ${points(left)} ${points(pageHeight - baseline)} Tm <${utf16(text)}> Tj`;
}

const points = (millimeters: number) => Number((millimeters * POINTS_PER_MILLIMETER).toFixed(3));
const hex = (value: number, digits: number) => value.toString(16).toUpperCase().padStart(digits, '0');
const utf16 = (text: string) =>
  Array.from({ length: text.length }, (_, index) => hex(text.charCodeAt(index), 4)).join('');

interface PdfFile {
  write(bytes: string | Uint8Array): void;
  object(id: number, body: string): void;
  stream(id: number, entries: string, bytes: string | Uint8Array): void;
  /** With the table of where each object begins. */
  finish(): Uint8Array<ArrayBuffer>;
}

function createFile(): PdfFile {
  const encoder = new TextEncoder();
  const pieces: Uint8Array[] = [];
  const starts: number[] = [];
  let length = 0;
  const write = (bytes: string | Uint8Array) => {
    const piece = typeof bytes === 'string' ? encoder.encode(bytes) : bytes;
    pieces.push(piece);
    length += piece.length;
  };
  return {
    write,
    object(id, body) {
      starts[id] = length;
      write(`${id} 0 obj\n${body}\nendobj\n`);
    },
    stream(id, entries, bytes) {
      const content = typeof bytes === 'string' ? encoder.encode(bytes) : bytes;
      starts[id] = length;
      write(`${id} 0 obj\n<< ${entries} /Length ${content.length} >>\nstream\n`);
      write(content);
      write('\nendstream\nendobj\n');
    },
    finish() {
      const table = length;
      const rows = starts.slice(1).map((start) => `${String(start).padStart(10, '0')} 00000 n \n`);
      write(`xref\n0 ${starts.length}\n0000000000 65535 f \n${rows.join('')}`);
      write(
        `trailer\n<< /Size ${starts.length} /Root ${CATALOG} 0 R /Info ${INFO} 0 R >>\nstartxref\n${table}\n%%EOF\n`,
      );
      const bytes = new Uint8Array(length);
      let at = 0;
      for (const piece of pieces) {
        bytes.set(piece, at);
        at += piece.length;
      }
      return bytes;
    },
  };
}
