/** Where a rule can be read, and since when: said by findings, the rule pack and alert plans alike. */
import type { LocalText } from '../../model/rule-pack.ts';
import { useTexts } from '../app-context.tsx';
import classes from './findings.module.css';

interface Sourced {
  readonly source: LocalText;
  readonly address?: string;
  readonly date?: string;
}

/** A link only where the address is one of the web: a pack comes from anyone. It is opened by a click alone, and needs the network. */
export function SourceLine({ of: { source, address, date } }: { of: Sourced }) {
  const { t, language } = useTexts();
  const text = source[language] || t('app.threshold.noSource');
  const isLink = address !== undefined && /^https?:\/\//.test(address);
  return (
    <div className={classes.muted}>
      {t('app.threshold.source')}
      {isLink ? (
        <a href={address} target="_blank" rel="noreferrer" title={t('rulepack.external')}>
          {text}
        </a>
      ) : (
        text
      )}
      {date ? ` · ${date}` : ''}
    </div>
  );
}
