/** The receiver's side: findings out of the layout of `layout.ts`, their sentences when they are asked. */
import type { ParamValue } from '../../core/result.ts';
import type { Subject } from '../../core/subject.ts';
import { type Candidate, type Finding, type Measures, NUMBER_MEASURES, RULE_IDS, type Sentence } from '../findings.ts';
import { NOTHING, type PackedFindings, type ParamKind, STATUSES } from './layout.ts';

/**
 * The findings as they were packed. Sentences and candidates are put together when they are first asked for, out of
 * `packed`, which the findings keep alive; a copy made by `{ ...finding }` has none of them. O(findings and subjects).
 */
export function unpackFindings(packed: PackedFindings): Finding[] {
  return packed.ids.map((id, place) => new UnpackedFinding(packed, place, id));
}

type Details = Pick<Finding, 'explain' | 'suggestion' | 'candidates'>;

class UnpackedFinding implements Finding {
  readonly id: string;
  readonly rule: Finding['rule'];
  readonly priority: number;
  readonly severity: number;
  readonly status: Finding['status'];
  readonly subjects: readonly Subject[];
  readonly at: Finding['at'];
  readonly measures: Measures;
  declare readonly geometry?: GeoJSON.Geometry;
  readonly #packed: PackedFindings;
  /** Where what explains it begins. */
  readonly #rest: number;
  #details: Details | undefined;

  constructor(packed: PackedFindings, place: number, id: string) {
    const reader = new Reader(packed, packed.starts[place]!);
    this.id = id;
    this.rule = RULE_IDS[reader.number()]!;
    this.priority = reader.number();
    this.status = STATUSES[reader.number()]!;
    this.severity = reader.number();
    this.at = [reader.number(), reader.number()];
    this.measures = reader.measures();
    this.subjects = Array.from({ length: reader.number() }, () => reader.subject());
    this.#packed = packed;
    this.#rest = reader.at;
    const geometry = packed.shapes.get(place);
    if (geometry) this.geometry = geometry;
  }

  get explain(): Sentence {
    return this.#read().explain;
  }

  get suggestion(): Sentence | undefined {
    return this.#read().suggestion;
  }

  get candidates(): readonly Candidate[] | undefined {
    return this.#read().candidates;
  }

  #read(): Details {
    if (this.#details) return this.#details;
    const reader = new Reader(this.#packed, this.#rest);
    // Each finding explains itself.
    const explain = reader.sentence()!;
    const suggestion = reader.sentence();
    const candidates = reader.candidates();
    this.#details = { explain, ...(suggestion && { suggestion }), ...(candidates && { candidates }) };
    return this.#details;
  }
}

/** Reads what `packFindings` wrote, from a place on. */
class Reader {
  readonly #packed: PackedFindings;
  at: number;

  constructor(packed: PackedFindings, at: number) {
    this.#packed = packed;
    this.at = at;
  }

  number(): number {
    return this.#packed.numbers[this.at++]!;
  }

  text(): string {
    return this.#packed.texts[this.number()]!;
  }

  subject(): Subject {
    return { layer: this.text(), feature: this.text() };
  }

  measures(): Measures {
    const measures: Measures = {};
    for (const name of NUMBER_MEASURES) {
      const value = this.number();
      if (!Number.isNaN(value)) measures[name] = value;
    }
    const [low, high] = [this.number(), this.number()];
    if (!Number.isNaN(low)) measures.pm10TonnesPerYear = [low, high];
    return measures;
  }

  sentence(): Sentence | undefined {
    const place = this.number();
    if (place === NOTHING) return undefined;
    const { code, names, kinds } = this.#packed.forms[place]!;
    const params = Object.fromEntries(names.map((name, index) => [name, this.value(kinds[index]!)]));
    return { code, params };
  }

  value(kind: ParamKind): ParamValue {
    if (kind === 'string') return this.text();
    const value = this.number();
    if (kind === 'number') return value;
    return kind === 'null' ? null : value === 1;
  }

  candidates(): Candidate[] | undefined {
    const length = this.number();
    if (length === NOTHING) return undefined;
    return Array.from({ length }, () => ({
      subject: this.subject(),
      score: this.number(),
      distanceMeters: this.number(),
      bearingDegrees: this.number(),
    }));
  }
}
