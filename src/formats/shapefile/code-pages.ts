/** What .cpg files and the language byte of a .dbf call an encoding, as a name that TextDecoder knows. */

/** Of code pages with a number: Windows, ISO, DOS and Chinese ones. GBK is read as GB18030, which holds all of it. */
const BY_NUMBER: Readonly<Record<number, string>> = {
  ...{ 65001: 'utf-8', 1200: 'utf-16le', 936: 'gb18030', 54936: 'gb18030', 20936: 'gb18030' },
  ...{ 950: 'big5', 932: 'shift_jis', 949: 'euc-kr', 51949: 'euc-kr', 874: 'windows-874' },
  ...{ 866: 'ibm866', 20866: 'koi8-r', 21866: 'koi8-u', 10000: 'macintosh' },
};

/** Language drivers of dBASE and FoxPro. 87 and 0 say nothing: they stand for whatever the writer's system used. */
const BY_LANGUAGE_BYTE: Readonly<Record<number, number>> = {
  ...{ 3: 1252, 88: 1252, 89: 1252, 19: 932, 123: 932, 77: 936, 122: 936, 78: 949, 121: 949, 79: 950, 120: 950 },
  ...{ 80: 874, 124: 874, 38: 866, 101: 866, 200: 1250, 201: 1251, 202: 1254, 203: 1253, 204: 1257 },
};

/** Spellings that are common in .cpg files and that TextDecoder does not know. */
const BY_SPELLING: Readonly<Record<string, string>> = { koi8r: 'koi8-r', koi8u: 'koi8-u', shiftjis: 'shift_jis' };

/** Undefined for an unknown name, and for DOS code pages (437, 850) that no browser decodes. */
export function encodingOfLabel(label: string): string | undefined {
  const trimmed = label.replaceAll(/[\p{Cc}\uFEFF]/gu, '').trim();
  const byte = /^LDID\s*[/:]\s*(\d+)$/iu.exec(trimmed)?.[1];
  if (byte !== undefined) return encodingOfLanguageByte(Number(byte));
  const number = /^(?:ANSI|OEM|CP|MS|WINDOWS|CODEPAGE)?[\s_-]*(\d{3,5})$/iu.exec(trimmed)?.[1];
  if (number !== undefined) return encodingOfNumber(Number(number));
  const iso = /^(?:ISO)?[\s_-]*8859[\s_-]*(\d{1,2})$/iu.exec(trimmed)?.[1];
  const plain = trimmed.replaceAll(/[\s_-]/gu, '').toLowerCase();
  const known =
    decoderName(iso === undefined ? trimmed : `iso-8859-${iso}`) ?? BY_SPELLING[plain] ?? decoderName(plain);
  return known === 'gbk' ? 'gb18030' : known;
}

export function encodingOfLanguageByte(byte: number): string | undefined {
  const number = BY_LANGUAGE_BYTE[byte];
  return number === undefined ? undefined : encodingOfNumber(number);
}

function encodingOfNumber(number: number): string | undefined {
  if (number >= 1250 && number <= 1258) return `windows-${number}`;
  // ESRI writes ISO 8859-1 as 88591.
  if (number >= 88591 && number <= 88599) return `iso-8859-${number - 88590}`;
  return BY_NUMBER[number];
}

function decoderName(label: string): string | undefined {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}
