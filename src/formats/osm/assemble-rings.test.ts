import { describe, expect, it } from 'vitest';
import { createRandom } from '../../core/random.ts';
import { assembleRings, type Piece, type RingRole } from './assemble-rings.ts';

const piece = (refs: number[], role: RingRole = 'outer'): Piece => ({ refs, role });

/** The ring from its least node on, in the direction of the lesser neighbour. */
function canonical(refs: readonly number[]): string {
  const least = refs.indexOf(Math.min(...refs));
  const turned = [...refs.slice(least), ...refs.slice(0, least)];
  return (turned[1]! < turned.at(-1)! ? turned : [turned[0]!, ...turned.slice(1).reverse()]).join(' ');
}
const ringsOf = (pieces: Piece[]): string[] =>
  assembleRings(pieces)
    .rings.map(({ refs }) => canonical(refs))
    .sort();

describe('assembleRings', () => {
  it('finds rings again that were cut anywhere, turned and shuffled', () => {
    const random = createRandom(20261129);
    for (let run = 0; run < 200; run++) {
      const pieces: Piece[] = [];
      const expected: string[] = [];
      for (let ring = 0; ring < random.integer(1, 5); ring++) {
        const refs = Array.from({ length: random.integer(3, 12) }, (_, at) => 100 * ring + at);
        expected.push(canonical(refs));
        const closed = [...refs, refs[0]!];
        for (let at = 0; at < refs.length; ) {
          const end = Math.min(refs.length, at + random.integer(1, 4));
          const cut = closed.slice(at, end + 1);
          pieces.push(piece(random.integer(0, 1) === 0 ? cut : cut.reverse()));
          at = end;
        }
      }
      for (let at = pieces.length - 1; at > 0; at--) {
        const other = random.integer(0, at);
        [pieces[at], pieces[other]] = [pieces[other]!, pieces[at]!];
      }
      expect(ringsOf(pieces)).toEqual(expected.sort());
      expect(assembleRings(pieces).unusedPieces).toBe(0);
    }
  });

  it('keeps to a role where ways of both meet in a node', () => {
    const outer = [piece([0, 1, 2]), piece([2, 3, 0])];
    const inner = [piece([0, 11, 12], 'inner'), piece([12, 13, 0], 'inner')];
    const { rings } = assembleRings([outer[0]!, inner[0]!, outer[1]!, inner[1]!]);
    expect(rings.map(({ refs, role }) => [canonical(refs), role])).toEqual([
      ['0 1 2 3', 'outer'],
      ['0 11 12 13', 'inner'],
    ]);
  });

  it('leaves loose ends aside and counts them', () => {
    const ring = [piece([0, 1, 2]), piece([2, 3, 0])];
    const loose = [piece([2, 50, 51]), piece([51, 52]), piece([70, 71]), piece([9])];
    expect(ringsOf([...loose, ...ring])).toEqual(['0 1 2 3']);
    expect(assembleRings([...loose, ...ring]).unusedPieces).toBe(4);
  });

  it('makes no ring of a way there and back, and two of one that passes a node twice', () => {
    expect(ringsOf([piece([0, 1, 2, 1, 0])])).toEqual([]);
    expect(ringsOf([piece([0, 1, 2, 3, 4, 2, 5, 0])])).toEqual(['0 1 2 5', '2 3 4']);
  });

  it('does not slow down where thousands of ways meet in one node', () => {
    const petals = Array.from({ length: 16_000 }, (_, at) => [
      piece([0, 2 * at + 1]),
      piece([2 * at + 1, 2 * at + 2, 0]),
    ]);
    const { rings, unusedPieces } = assembleRings(petals.flat());
    expect(rings).toHaveLength(16_000);
    expect(unusedPieces).toBe(0);
  });
});
