/** The thresholds in the order in which people look for them: by what they decide. */
import { NOTICE_THRESHOLDS } from '../../reports/months/notices.ts';
import type { Thresholds } from '../../rules/thresholds.ts';

export const THRESHOLD_GROUPS = {
  controls: [
    'bareSoilCoverHours',
    'bareSoilTreatMonths',
    'sixMeasuresList',
    'parkMeasures',
    'windStopForce',
    'fenceMainMeters',
    'fenceOtherMeters',
    'siteMonitorAreaSquareMeters',
  ],
  duty: ['coverageTolerance', 'minOverlapAreaSquareMeters', 'sliverWidthMeters'],
  sweeping: [
    'maxSweepingDistanceMeters',
    'minPassesPerDay',
    'qualifyingModes',
    'sweptRoadGrades',
    'routeMatchMeters',
    'minUnsweptRoadMeters',
    'minRouteOverlapMeters',
    'stretchJoinMeters',
    'roadsideSoilMeters',
    'parallelRouteDegrees',
  ],
  hotspots: ['hotspotSourceReachMeters', 'upwindSectorDegrees', 'maxHotspotCandidates', 'windForceMetersPerSecond'],
  emissions: [
    'bareSoilPm10Tonnes',
    'constructionTspTonnes',
    'constructionPm10Fraction',
    'stockpileClassSquareMeters',
    'pavedRoadPm10Grams',
    'pavedRoadSiltExponent',
    'pavedRoadWeightExponent',
  ],
  notices: NOTICE_THRESHOLDS,
} as const satisfies Record<string, readonly (keyof Thresholds)[]>;

export type ThresholdGroup = keyof typeof THRESHOLD_GROUPS;
export const GROUP_NAMES = Object.keys(THRESHOLD_GROUPS) as readonly ThresholdGroup[];
