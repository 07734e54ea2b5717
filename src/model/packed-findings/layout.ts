/**
 * Findings on their way from one thread to another. Copying costs per object and per text, and two thirds of a finding
 * are sentences and candidates that nobody reads before the finding is looked at. So all of them travel as one flat
 * list of numbers, beside the texts, each once, and the forms of sentences, each once: a code with the names and kinds
 * of its parameters. Sentences and candidates are put together again for the finding that is asked.
 */
import type { ParamValue } from '../../core/result.ts';
import type { Finding } from '../findings.ts';

export interface SentenceForm {
  readonly code: string;
  readonly names: readonly string[];
  readonly kinds: readonly ParamKind[];
}
export type ParamKind = 'number' | 'string' | 'boolean' | 'null';

/**
 * In `numbers`, from `starts` on, for each finding: rule, priority, status, severity, longitude, latitude; the measures
 * in their order, NaN where there is none; the number of subjects and each as layer and feature; the form of what
 * explains it and its values; the same of what is suggested; the number of candidates, and each as layer, feature,
 * score, distance and bearing. A text stands there as its place in `texts`; -1 stands for nothing.
 */
export interface PackedFindings {
  readonly ids: readonly string[];
  readonly texts: readonly string[];
  readonly forms: readonly SentenceForm[];
  readonly numbers: Float64Array;
  readonly starts: Uint32Array;
  /** Few findings have a shape: by the finding's place. */
  readonly shapes: ReadonlyMap<number, GeoJSON.Geometry>;
}

export const STATUSES = ['open', 'exception', 'joint'] as const satisfies readonly Finding['status'][];
export const NOTHING = -1;

export const kindOf = (value: ParamValue): ParamKind => (value === null ? 'null' : (typeof value as ParamKind));
