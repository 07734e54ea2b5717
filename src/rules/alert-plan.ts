/**
 * What an alert plan, and the wind, ask of each source: from the fields of the ledger and the clock alone.
 * Knows no geometry and no words. A site whose stage nobody wrote down is neither stopped nor let go: it is
 * to be asked.
 */
import { type FeatureBatch, textAt } from '../model/feature-batch.ts';
import {
  ALERT_ACTIONS,
  ALERT_KINDS,
  type AlertAction,
  type AlertColour,
  type AlertKind,
  type AlertMeasure,
  type AlertPlan,
  type SiteStage,
} from '../model/rule-pack.ts';
import { isActiveAt, stageOf } from './site-stage.ts';

/** `ask`: stopped if it is at work of the kind that stops, which the ledger does not say. */
export const ALERT_DEMANDS = ['stop', 'ask', 'cover', 'sprinkle'] as const;
export type AlertDemand = AlertAction | 'ask';

const TREATED: ReadonlySet<string> = new Set(['netted', 'greened', 'hardened']);
const COVERED: ReadonlySet<string> = new Set(['yes', 'notApplicable']);
/** Where earth is moved or walls come down: what both the Beijing and the Hefei rule on wind name. */
const WIND_STAGES: readonly SiteStage[] = ['earthwork', 'demolition'];
/** Digging and filling go on while foundations are laid. */
const WIND_ASKED_STAGES: readonly SiteStage[] = ['foundation'];

export const isAlertKind = (kind: string): kind is AlertKind => (ALERT_KINDS as readonly string[]).includes(kind);

export interface DemandedItem {
  readonly index: number;
  /** In the order of ALERT_DEMANDS, each once. */
  readonly demands: readonly AlertDemand[];
  readonly measures: readonly AlertMeasure[];
}

/**
 * What a plan asks of the features of one layer under a colour; those of which it asks nothing are left
 * out. O(features). Soil that is treated needs no water, material that is covered no cover, a site that
 * has ended or stands still no stop.
 */
export function listDemands(
  { measures }: AlertPlan,
  colour: AlertColour,
  kind: AlertKind,
  batch: FeatureBatch,
  asOfInstant: number,
): DemandedItem[] {
  const asked = measures.filter(({ colours, kinds }) => colours.includes(colour) && kinds.includes(kind));
  if (asked.length === 0) return [];
  const items: DemandedItem[] = [];
  const stageAt = createStageReader(batch);
  for (let index = 0; index < batch.ids.length; index++) {
    if (!isInReach(kind, batch, index, asOfInstant)) continue;
    const found = asked.flatMap((measure) => {
      const demand = demandOf(measure, kind, batch, index, stageAt);
      return demand ? [{ demand, measure }] : [];
    });
    if (found.length === 0) continue;
    const demands = ALERT_DEMANDS.filter((demand) => found.some((one) => one.demand === demand));
    items.push({ index, demands, measures: found.map(({ measure }) => measure) });
  }
  return items;
}

export interface WindStops {
  readonly stopped: readonly number[];
  /** Of an unknown stage, or one in which earth may be moved. */
  readonly asked: readonly number[];
}

/** Sites that the wind stops from the pack's force on; of trucks all. O(features). */
export function listWindStops(
  kind: 'constructionSite' | 'haulRoute',
  batch: FeatureBatch,
  asOfInstant: number,
): WindStops {
  const stopped: number[] = [];
  const asked: number[] = [];
  const stageAt = createStageReader(batch);
  for (let index = 0; index < batch.ids.length; index++) {
    if (kind === 'haulRoute') stopped.push(index);
    else if (isInReach(kind, batch, index, asOfInstant)) {
      const stage = stageAt(index);
      if (stage && WIND_STAGES.includes(stage)) stopped.push(index);
      else if (!stage || WIND_ASKED_STAGES.includes(stage)) asked.push(index);
    }
  }
  return { stopped, asked };
}

function isInReach(kind: AlertKind, batch: FeatureBatch, index: number, asOfInstant: number): boolean {
  if (kind === 'bareSoil') return !TREATED.has(textAt(batch, 'status', index) ?? '');
  if (kind !== 'constructionSite') return true;
  return isActiveAt(textAt(batch, 'activeFrom', index), textAt(batch, 'activeTo', index), asOfInstant);
}

function demandOf(
  { action, stages }: AlertMeasure,
  kind: AlertKind,
  batch: FeatureBatch,
  index: number,
  stageAt: StageReader,
): AlertDemand | undefined {
  if (kind !== 'constructionSite') return action;
  if (action === 'cover') return COVERED.has(textAt(batch, 'materialCover', index) ?? '') ? undefined : action;
  const stage = stageAt(index);
  if (action === 'stop' && stage === 'stopped') return undefined;
  if (!stages) return action;
  if (!stage) return action === 'stop' ? 'ask' : undefined;
  return stages.includes(stage) ? action : undefined;
}

type StageReader = (index: number) => SiteStage | undefined;

/** Thousands of sites share a handful of texts. */
function createStageReader(batch: FeatureBatch): StageReader {
  const known = new Map<string, SiteStage | undefined>();
  return (index) => {
    const text = textAt(batch, 'stage', index);
    if (text === undefined) return undefined;
    if (!known.has(text)) known.set(text, stageOf(text));
    return known.get(text);
  };
}

/** Which actions a plan has for a colour; empty where nothing is known of that colour. */
export function actionsFor({ measures }: AlertPlan, colour: AlertColour): AlertAction[] {
  return ALERT_ACTIONS.filter((action) =>
    measures.some((one) => one.action === action && one.colours.includes(colour)),
  );
}
