/**
 * In which encoding the texts of a .dbf are: what the user says, else what the .cpg or the language byte
 * says, held against the bytes, else what the bytes look like. Offices copy a .cpg from one file to
 * another, so that one that the bytes contradict is not followed, and told.
 */
import { type Problem, problem } from '../../core/result.ts';

/** Bytes of one text that is not plain ASCII. */
export interface TextSample {
  readonly bytes: Uint8Array;
  /** Fills its field: its last character may have been cut. */
  readonly mayBeCut: boolean;
}

export interface ChosenEncoding {
  readonly encoding: string;
  readonly notes: readonly Problem[];
}

/** Fewer bytes than this may be UTF-8, or Chinese, by chance. */
const CONVINCING_BYTES = 12;
const WESTERN = /^(?:windows-125[02347]|iso-8859-\d+|macintosh)$/u;
/** Text as Chinese tables have it: nothing but ASCII, ideographs and their punctuation. */
const CHINESE = /^[\p{ASCII}\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]*$/u;

/** `stated`: by .cpg or language byte; undefined where neither says anything. O(bytes of the samples). */
export function chooseEncoding(samples: readonly TextSample[], stated: string | undefined): ChosenEncoding {
  if (samples.length === 0 || stated?.startsWith('utf-16')) return { encoding: stated ?? 'utf-8', notes: [] };
  const failures = (encoding: string) => samples.filter((sample) => !isTextIn(encoding, sample)).length;
  const asUtf8 = failures('utf-8');
  const asChinese = failures('gb18030');
  if (stated === undefined) {
    if (asUtf8 === 0) return { encoding: 'utf-8', notes: [] };
    const encoding = asChinese < asUtf8 ? 'gb18030' : 'utf-8';
    return { encoding, notes: [problem(asChinese === 0 ? 'encoding-guessed' : 'encoding-damaged', { encoding })] };
  }
  const asStated = failures(stated);
  const rival = asChinese < asUtf8 ? 'gb18030' : 'utf-8';
  const isContradicted =
    2 * Math.min(asUtf8, asChinese) < asStated ||
    (rival === 'utf-8' && stated !== 'utf-8' && asUtf8 === 0 && isConvincing(samples)) ||
    (rival === 'gb18030' && WESTERN.test(stated) && asChinese === 0 && isConvincing(samples) && isChinese(samples));
  if (!isContradicted || rival === stated) return { encoding: stated, notes: [] };
  return { encoding: rival, notes: [problem('dbf-encoding-contradicted', { stated, encoding: rival })] };
}

const isConvincing = (samples: readonly TextSample[]): boolean =>
  samples.reduce((sum, { bytes }) => sum + bytes.filter((byte) => byte >= 0x80).length, 0) >= CONVINCING_BYTES;

const isChinese = (samples: readonly TextSample[]): boolean => {
  const decoder = new TextDecoder('gb18030');
  return samples.every(({ bytes, mayBeCut }) => CHINESE.test(withoutCutEnd(decoder.decode(bytes), mayBeCut)));
};

const withoutCutEnd = (text: string, mayBeCut: boolean): string => (mayBeCut ? text.replace(/\uFFFD$/u, '') : text);

function isTextIn(encoding: string, { bytes, mayBeCut }: TextSample): boolean {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const isText = (part: Uint8Array) => {
    try {
      decoder.decode(part);
      return true;
    } catch {
      return false;
    }
  };
  if (isText(bytes)) return true;
  return mayBeCut && [1, 2, 3].some((cut) => cut < bytes.length && isText(bytes.subarray(0, -cut)));
}
