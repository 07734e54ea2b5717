/**
 * The QR code on a slip, as a picture. Its text is plain words, not a `geo:` address: that scheme means WGS84
 * (RFC 5870), so that a GCJ-02 point in it would be wrong by half a kilometre wherever it is followed, and the
 * scanners in use in China show it as text anyway. Plain text is shown by every scanner, says which datum it is,
 * and its numbers can be copied into the search of a phone map.
 */
import { encode } from 'uqr';
import { formatCoordinates } from '../../i18n/format.ts';
import type { Translate } from '../../i18n/translate.ts';
import { bitmapPng } from './bitmap-png.ts';
import type { SlipItem } from './slip.ts';

/** ISO/IEC 18004 asks for four light modules on each side. */
const QUIET_MODULES = 4;
const PIXELS_PER_MODULE = 6;

/** `尘图问题 0123456789abcdef`, then on a line of its own the GCJ-02 point, longitude first. */
export function slipQrText({ findingId, gcj02 }: Pick<SlipItem, 'findingId' | 'gcj02'>, translate: Translate): string {
  const place = formatCoordinates(gcj02[0], gcj02[1]).replace(' ', '');
  return translate('slips.qr', { id: findingId, place });
}

/** Black on white, error correction M (15% of it may be lost): a printed slip gets folded and rained on. */
export function qrPng(text: string): Uint8Array<ArrayBuffer> {
  const { data } = encode(text, { ecc: 'M', border: QUIET_MODULES });
  return bitmapPng(data, PIXELS_PER_MODULE);
}
