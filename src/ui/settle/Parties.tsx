/** Who answers for the ground in conflict: two zones side by side, or the neighbours of a gap one under the other. */
import type { ReactNode } from 'react';
import type { ConflictParty, ConflictSheet } from '../../checks/settle/settle-types.ts';
import { formatArea, formatCount, formatFraction, formatLength } from '../../i18n/format.ts';
import type { Language } from '../../i18n/translate.ts';
import { useCommands, useTexts } from '../app-context.tsx';
import findings from '../findings/findings.module.css';
import classes from './settle.module.css';

const WORDS = ['owner', 'person', 'phone', 'leader', 'code'] as const satisfies readonly (keyof ConflictParty)[];
/** Said to be missing where a zone has none; the others are left out where no zone has one. */
const EXPECTED: ReadonlySet<string> = new Set(['owner', 'person']);
const NUMBERS = ['shareFraction', 'borderMeters', 'sources', 'areaSquareMeters'] as const;
type NumberName = (typeof NUMBERS)[number];
/** The row that a suggestion rests on. */
const ROW_OF_REASON: Readonly<Record<string, string>> = {
  code: 'code',
  border: 'borderMeters',
  sources: 'sources',
  area: 'areaSquareMeters',
};

export function PartiesSideBySide({ sheet }: { sheet: ConflictSheet }) {
  const { t, language } = useTexts();
  const { parties, rule, suggestion } = sheet;
  const deciding = suggestion && ROW_OF_REASON[suggestion.reason];
  const words = WORDS.filter((name) => EXPECTED.has(name) || parties.some((party) => party[name]));
  const isOverlap = rule === 'zone-overlap';
  const numbers = NUMBERS.filter((name) => isOverlap || (name !== 'borderMeters' && name !== 'sources'));
  return (
    <table className={classes.parties} data-testid="conflict-parties">
      <thead>
        <tr>
          <th>{isOverlap ? t('settle.party.zone') : ''}</th>
          {parties.map((party, index) => (
            <th key={party.zone.feature} scope="col">
              {!isOverlap && <span className={findings.muted}>{t(`settle.party.zone-escape.${index}`)}</span>}
              <ZoneName party={party} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {words.map((name) => (
          <Row key={name} name={name} deciding={deciding === name}>
            {parties.map((party) => (
              <td key={party.zone.feature} className={party[name] ? undefined : findings.muted}>
                {party[name] ?? t('settle.party.none')}
              </td>
            ))}
          </Row>
        ))}
        {numbers.map((name) => (
          <Row key={name} name={name} deciding={deciding === name}>
            {parties.map((party) => (
              <td key={party.zone.feature}>{formatOf(party, name, language)}</td>
            ))}
          </Row>
        ))}
      </tbody>
    </table>
  );
}

function Row({ name, deciding, children }: { name: string; deciding: boolean; children: ReactNode }) {
  const { t } = useTexts();
  return (
    <tr data-row={name} data-deciding={deciding}>
      <th scope="row">{t(`settle.party.${name}`)}</th>
      {children}
    </tr>
  );
}

function formatOf(party: ConflictParty, name: NumberName, language: Language): string {
  if (name === 'sources') return formatCount(party.sources);
  if (name === 'borderMeters') return formatLength(party.borderMeters);
  if (name === 'areaSquareMeters') return formatArea(party.areaSquareMeters, language, 'short');
  return party.shareFraction > 0 ? formatFraction(party.shareFraction) : '—';
}

function ZoneName({ party: { zone, name } }: { party: ConflictParty }) {
  const { select, hover } = useCommands();
  const target = { type: 'feature', subject: zone } as const;
  return (
    <button
      type="button"
      className={classes.zoneName}
      onClick={() => select(target)}
      onPointerEnter={() => hover(target)}
      onPointerLeave={() => hover(undefined)}
      data-testid="subject"
    >
      {name}
    </button>
  );
}

const SHOWN_NEIGHBOURS = 4;

/** The longest border first. */
export function Neighbours({ sheet: { parties } }: { sheet: ConflictSheet }) {
  const { t } = useTexts();
  if (parties.length === 0) return null;
  return (
    <div className={findings.section} data-testid="conflict-parties">
      <h3>{t('app.finding.subjects')}</h3>
      {parties.slice(0, SHOWN_NEIGHBOURS).map((party) => (
        <Neighbour key={`${party.zone.layer}/${party.zone.feature}`} party={party} />
      ))}
      {parties.length > SHOWN_NEIGHBOURS && (
        <p className={findings.muted}>{t('settle.more', { count: parties.length - SHOWN_NEIGHBOURS })}</p>
      )}
    </div>
  );
}

function Neighbour({ party }: { party: ConflictParty }) {
  const { t } = useTexts();
  const { borderMeters, owner, person, phone, leader } = party;
  const who = [owner ?? t('app.subject.noOwner'), [person, phone].filter(Boolean).join(' '), leader];
  return (
    <div className={classes.neighbour}>
      <ZoneName party={party} />
      <span className={findings.number}>
        {t('settle.party.borderMeters')} {formatLength(borderMeters)}
      </span>
      <span className={findings.muted}>{who.filter(Boolean).join(' · ')}</span>
    </div>
  );
}
