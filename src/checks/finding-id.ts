/**
 * Ids that stay the same as long as rule and subjects do: 64 bits of FNV-1a as 16 hex digits.
 * Not cryptographic and need not be; two of a million findings collide with a chance of 3e-8.
 */
import { compareText, type Subject, subjectKey } from '../core/subject.ts';

/** The order of the subjects does not matter; `identity` takes their place where it is given. */
export function findingId(rule: string, subjects: readonly Subject[], identity?: string): string {
  return formatHash(hashText(START, `${rule}|${identity ?? subjectsKey(subjects)}`));
}

/** The same ids; what a hundred thousand findings of one rule and layer have in common is hashed once. */
export function createFindingIds(): typeof findingId {
  const begun = new Map<string, Hash>();
  return (rule, subjects, identity) => {
    const [only] = subjects;
    if (identity !== undefined || subjects.length !== 1 || !only) return findingId(rule, subjects, identity);
    // As subjectKey has it, up to the feature's name.
    const head = `${rule}|${only.layer.length}:${only.layer}/`;
    let hash = begun.get(head);
    if (!hash) {
      hash = hashText(START, head);
      begun.set(head, hash);
    }
    return formatHash(hashText(hash, only.feature));
  };
}

/** The same text for the same set of subjects in any order. */
export function subjectsKey(subjects: readonly Subject[]): string {
  if (subjects.length === 1) return subjectKey(subjects[0] as Subject);
  return subjects.map(subjectKey).sort(compareText).join('|');
}

/**
 * FNV-1a over UTF-16 code units, low byte then high byte. The 64-bit state is kept as two 32-bit
 * halves: the prime is 2^40 + 0x1b3, so that a multiplication is one by 0x1b3 and one shift by 40.
 */
interface Hash {
  readonly high: number;
  readonly low: number;
}
const START: Hash = { high: 0xcbf29ce4, low: 0x84222325 };

function hashText(from: Hash, text: string): Hash {
  let { high, low } = from;
  for (let i = 0; i < 2 * text.length; i++) {
    const unit = text.charCodeAt(i >> 1);
    low = (low ^ (i % 2 === 0 ? unit & 0xff : unit >>> 8)) >>> 0;
    const product = low * 0x1b3;
    high = (Math.imul(high, 0x1b3) + Math.floor(product / 0x100000000) + (low << 8)) >>> 0;
    low = product >>> 0;
  }
  return { high, low };
}

function formatHash({ high, low }: Hash): string {
  return formatWord(high) + formatWord(low);
}

/** Eight hex digits, by pairs: faster than padding a number's own text. */
function formatWord(word: number): string {
  return HEX[word >>> 24]! + HEX[(word >>> 16) & 0xff]! + HEX[(word >>> 8) & 0xff]! + HEX[word & 0xff]!;
}

const HEX: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
