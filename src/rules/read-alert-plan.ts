/** The alert plan of a rule pack, checked by hand as its thresholds are. Every problem names the field at fault. */
import { ok, type Result } from '../core/result.ts';
import {
  ALERT_ACTIONS,
  ALERT_COLOURS,
  ALERT_KINDS,
  type AlertMeasure,
  type AlertPlan,
  type Confirmation,
  type LocalText,
  SITE_STAGES,
} from '../model/rule-pack.ts';
import { isLocalText, LOCAL_TEXT_EXPECTED, readLocalText } from './read-local-text.ts';
import { type Fields, isFields, TAGS, wrongField } from './read-threshold.ts';

const NO_TEXT: LocalText = { 'zh-CN': '', en: '' };
const MOST_TIMES_PER_DAY = 24;

/**
 * Without a tag, a plan with a source is taken for a rule (`confirmed`), one without for the office's
 * choice (`proposed`), as with thresholds. Fails with `rule-pack-field`.
 */
export function readAlertPlan(content: unknown): Result<AlertPlan> {
  if (!isFields(content)) return wrongField('alertPlan', 'object');
  const name = readLocalText(content.name);
  if (!name) return wrongField('alertPlan.name', LOCAL_TEXT_EXPECTED);
  const fault = findWrongHead(content);
  if (fault) return wrongField(`alertPlan.${fault.part}`, fault.expected);
  const { measures } = content;
  if (!Array.isArray(measures) || measures.length === 0) return wrongField('alertPlan.measures', '[{ … }]');
  const read: AlertMeasure[] = [];
  for (const [index, entry] of measures.entries()) {
    const measure = readMeasure(entry, `alertPlan.measures[${index}]`);
    if (!measure.ok) return measure;
    read.push(measure.value);
  }
  const source = readLocalText(content.source) ?? NO_TEXT;
  const appliesTo = readLocalText(content.appliesTo);
  return ok({
    name,
    source,
    ...(typeof content.address === 'string' ? { address: content.address } : {}),
    ...(typeof content.date === 'string' ? { date: content.date } : {}),
    tag: (content.tag as Confirmation | undefined) ?? (source['zh-CN'] === '' ? 'proposed' : 'confirmed'),
    ...(appliesTo ? { appliesTo } : {}),
    measures: read,
  });
}

interface WrongPart {
  readonly part: string;
  readonly expected: string;
}

function findWrongHead(content: Fields): WrongPart | undefined {
  const unreadable = ['source', 'appliesTo'].find((part) => content[part] !== undefined && !isLocalText(content[part]));
  if (unreadable) return { part: unreadable, expected: LOCAL_TEXT_EXPECTED };
  const noText = ['address', 'date'].find((part) => content[part] !== undefined && typeof content[part] !== 'string');
  if (noText) return { part: noText, expected: 'text' };
  if (content.tag !== undefined && !TAGS.includes(content.tag as Confirmation))
    return { part: 'tag', expected: TAGS.join(', ') };
  return undefined;
}

function readMeasure(entry: unknown, field: string): Result<AlertMeasure> {
  if (!isFields(entry)) return wrongField(field, 'object');
  const colours = listOf(entry.colours, ALERT_COLOURS);
  if (!colours) return wrongField(`${field}.colours`, ALERT_COLOURS.join(', '));
  const action = ALERT_ACTIONS.find((known) => known === entry.action);
  if (!action) return wrongField(`${field}.action`, ALERT_ACTIONS.join(' | '));
  const kinds = listOf(entry.kinds, ALERT_KINDS);
  if (!kinds) return wrongField(`${field}.kinds`, ALERT_KINDS.join(', '));
  const stages = entry.stages === undefined ? undefined : listOf(entry.stages, SITE_STAGES);
  if (entry.stages !== undefined && !stages) return wrongField(`${field}.stages`, SITE_STAGES.join(', '));
  const times = entry.timesPerDay;
  if (times !== undefined && !(typeof times === 'number' && times > 0 && times <= MOST_TIMES_PER_DAY))
    return wrongField(`${field}.timesPerDay`, `0…${MOST_TIMES_PER_DAY}`);
  const text = readLocalText(entry.text);
  if (!text) return wrongField(`${field}.text`, LOCAL_TEXT_EXPECTED);
  return ok({
    colours,
    action,
    kinds,
    ...(stages ? { stages } : {}),
    ...(typeof times === 'number' ? { timesPerDay: times } : {}),
    text,
  });
}

/** Undefined for anything but a list of known words that is not empty. */
function listOf<T extends string>(content: unknown, known: readonly T[]): readonly T[] | undefined {
  const isList = Array.isArray(content) && content.length > 0 && content.every((item) => known.includes(item as T));
  return isList ? (content as readonly T[]) : undefined;
}
