/**
 * Findings of source-uncontrolled in measures and words: what fails, since when, by which rule from
 * which source. Measures nothing itself. Texts: `explain.<code>` and `suggestion.<code>`.
 */
import type { ParamValue } from '../core/result.ts';
import { subjectKey } from '../core/subject.ts';
import type { Measures } from '../model/findings.ts';
import { findInForce } from '../rules/thresholds.ts';
import { type CheckInput, ownerOf, subjectOf } from './check-input.ts';
import type { FailedControl, MissingMeasure, OverdueSoil } from './controls.ts';
import { describeSource, type PlacedSource } from './drafts.ts';
import type { FindingDraft } from './rule.ts';
import { estimatePm10, type MeasuredSource, weighControl } from './weigh-source.ts';

type MutableParams = Record<string, ParamValue>;

export function draftUncontrolled(measured: PlacedSource, failed: FailedControl, input: CheckInput): FindingDraft {
  const { ref, at, areaSquareMeters, lengthMeters } = measured;
  const subject = subjectOf(ref);
  const measures: Measures = {};
  if (areaSquareMeters !== undefined) measures.areaSquareMeters = areaSquareMeters;
  if (lengthMeters !== undefined) measures.lengthMeters = lengthMeters;
  const pm10 = estimatePm10(ref, areaSquareMeters, input);
  if (pm10) measures.pm10TonnesPerYear = pm10;
  const params: MutableParams = describeSource(measured);
  const overdue = 'clock' in failed ? failed : undefined;
  const code = overdue
    ? describeSoil(overdue, params, input)
    : describeMeasure(failed as MissingMeasure, measured, params, input, pm10 === undefined);
  const { severity, zones } = weighControl(measured, failed, input);
  return {
    subjects: [subject],
    ...('measure' in failed ? { identity: `${subjectKey(subject)}|${failed.measure}` } : {}),
    at,
    severity,
    measures,
    explain: { code: `source-uncontrolled.${code}`, params },
    suggestion: {
      code: `source-uncontrolled.${overdue ? overdue.clock : 'measure'}`,
      params: overdue ? { owner: ownerOf(ref) ?? null } : { owner: ownerOf(ref) ?? null, field: params.field ?? null },
    },
    zones,
  };
}

function describeSoil(
  { clock, since, bareDays, overdueDays }: OverdueSoil,
  params: MutableParams,
  input: CheckInput,
): string {
  const { bareSoilCoverHours, bareSoilTreatMonths } = input.thresholds;
  params.since = since;
  params.bareDays = bareDays;
  params.overdueDays = overdueDays;
  if (clock === 'cover') params.limitHours = bareSoilCoverHours;
  else params.limitMonths = bareSoilTreatMonths;
  putBasis(params, clock === 'cover' ? 'bareSoilCoverHours' : 'bareSoilTreatMonths', input);
  return `soil-${clock}-${params.areaSquareMeters === undefined ? 'plain' : 'area'}`;
}

function describeMeasure(
  { measure }: MissingMeasure,
  { ref, areaSquareMeters }: MeasuredSource,
  params: MutableParams,
  input: CheckInput,
  isUnestimated: boolean,
): string {
  const isSite = ref.layer.kind === 'constructionSite';
  const isDemolition = measure === 'wetWork' && input.thresholds.sixMeasuresList === 'demolition';
  params.field = isDemolition ? 'wetWork.demolition' : measure;
  putBasis(params, isSite ? 'sixMeasuresList' : 'parkMeasures', input);
  const extent = areaSquareMeters === undefined ? 'plain' : 'area';
  if (!isSite) return `park-${extent}`;
  return isUnestimated ? `site-${extent}-unestimated` : `site-${extent}`;
}

/** The threshold's source, in each language where they differ. */
function putBasis(params: MutableParams, threshold: string, { document }: CheckInput): void {
  const source = findInForce(document.rulePack, threshold)?.source;
  if (!source || source['zh-CN'] === '') {
    params.basis = null;
  } else if (source['zh-CN'] === source.en) {
    params.basis = source.en;
  } else {
    params['basis.zh-CN'] = source['zh-CN'];
    params['basis.en'] = source.en;
  }
}
