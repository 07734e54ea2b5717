/** PNG (W3C, third edition) around rows of pixels that somebody else has drawn. The same bytes on every machine. */
import { zlibSync } from 'fflate';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const HEADER_LENGTH = 13;
const CHUNK_FRAME_LENGTH = 12;

export interface PngRows {
  readonly widthPixels: number;
  readonly heightPixels: number;
  /** 1 for black and white, 8 for one byte of each colour. */
  readonly bitDepth: 1 | 8;
  readonly color: 'grey' | 'rgb';
  /** Each row begins with the number of its filter. */
  readonly rows: Uint8Array;
  /** Of the ground at print: how large the picture is meant to be. */
  readonly pixelsPerMeter?: number;
}

/** O(bytes). */
export function buildPng({ widthPixels, heightPixels, bitDepth, color, rows, pixelsPerMeter }: PngRows) {
  const header = new Uint8Array(HEADER_LENGTH);
  const view = new DataView(header.buffer);
  view.setUint32(0, widthPixels);
  view.setUint32(4, heightPixels);
  // The method of compression, of filters and of interlacing is 0.
  header[8] = bitDepth;
  header[9] = color === 'rgb' ? 2 : 0;
  const chunks = [
    Uint8Array.from(SIGNATURE),
    chunk('IHDR', header),
    ...(pixelsPerMeter === undefined ? [] : [chunk('pHYs', physical(pixelsPerMeter))]),
    chunk('IDAT', zlibSync(rows)),
    chunk('IEND', new Uint8Array(0)),
  ];
  const png = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const each of chunks) {
    png.set(each, at);
    at += each.length;
  }
  return png;
}

/** In pixels; undefined for what is no PNG or has no size. */
export function readPngSize(bytes: Uint8Array): { width: number; height: number } | undefined {
  if (bytes.length < 24 || SIGNATURE.some((byte, index) => bytes[index] !== byte)) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  return width > 0 && height > 0 ? { width, height } : undefined;
}

function physical(pixelsPerMeter: number): Uint8Array {
  const bytes = new Uint8Array(9);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, Math.round(pixelsPerMeter));
  view.setUint32(4, Math.round(pixelsPerMeter));
  bytes[8] = 1;
  return bytes;
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(CHUNK_FRAME_LENGTH + data.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  for (let i = 0; i < 4; i++) bytes[4 + i] = type.charCodeAt(i);
  bytes.set(data, 8);
  view.setUint32(8 + data.length, checksum(bytes.subarray(4, 8 + data.length)));
  return bytes;
}

/** CRC-32 as PNG has it (Annex D), bit by bit: what is packed is small. */
function checksum(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
