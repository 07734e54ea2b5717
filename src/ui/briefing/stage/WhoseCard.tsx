/** "Whose is that?" in large letters. People are masked until P is pressed. */
import { useTexts } from '../../app-context.tsx';
import { usePhoto } from '../../time/use-photo.ts';
import { type Party, showPeople } from './list-whose.ts';
import classes from './stage.module.css';
import type { Whose } from './use-whose.ts';

export function WhoseCard({ whose, people }: { readonly whose: Whose; readonly people: boolean }) {
  const { t } = useTexts();
  const { answer, number, count, isLeft } = whose;
  const photo = usePhoto(answer.subject);
  return (
    <aside
      className={classes.card}
      data-side={isLeft ? 'right' : 'left'}
      aria-live="polite"
      aria-label={t('stage.whose')}
      data-testid="whose-card"
    >
      <div className={classes.cardHead}>
        <span className={classes.cardKind}>{answer.what}</span>
        {count > 1 && (
          <span className={classes.cardPlace} data-testid="whose-place">
            {t('stage.whose.place', { number, count })}
          </span>
        )}
      </div>
      {answer.name && (
        <h2 className={classes.cardName} data-testid="whose-name">
          {answer.name}
        </h2>
      )}
      <div className={classes.parties}>
        {answer.parties.map((party) => (
          <PartyLines
            key={party.key}
            party={party}
            name={party.name === answer.name ? undefined : party.name}
            people={people}
          />
        ))}
        {answer.isKnown && answer.parties.length === 0 && <p className={classes.unit}>{t('stage.whose.nobody')}</p>}
      </div>
      {answer.street && <p className={classes.cardLine}>{t('stage.whose.street', { street: answer.street })}</p>}
      {answer.findings.length > 0 && (
        <ul className={classes.cardFindings} data-testid="whose-findings">
          {answer.findings.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
          {answer.moreFindings > 0 && <li>{t('stage.whose.more', { count: answer.moreFindings })}</li>}
        </ul>
      )}
      {photo && <img className={classes.cardPhoto} src={photo} alt={t('time.photo.alt', { name: answer.name })} />}
    </aside>
  );
}

function PartyLines({
  party,
  name,
  people,
}: {
  readonly party: Party;
  readonly name: string | undefined;
  readonly people: boolean;
}) {
  const { t } = useTexts();
  const { leader, person, phone } = showPeople(party, people);
  return (
    <div className={classes.party} data-testid="whose-party">
      <p className={classes.cardLine}>{name ? t('stage.whose.party', { role: party.role, name }) : party.role}</p>
      <p className={classes.unit} data-testid="whose-unit">
        {party.unit ?? t('app.subject.noOwner')}
      </p>
      {leader && <p className={classes.cardLine}>{t('stage.whose.leader', { leader })}</p>}
      {(person || phone) && (
        <p className={classes.cardLine} data-testid="whose-person">
          {person && <span className={classes.unbroken}>{person}</span>}{' '}
          {phone && <span className={classes.unbroken}>{phone}</span>}
        </p>
      )}
    </div>
  );
}
