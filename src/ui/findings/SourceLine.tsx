/** Where a rule can be read, and since when: said by findings, the rule pack and alert plans alike. */
import type { LocalText } from '../../model/rule-pack.ts';
import { webAddressOf } from '../../reports/list-thresholds.ts';
import { useTexts } from '../app-context.tsx';
import classes from './findings.module.css';

interface Sourced {
  /** In both languages, or in that of the page. */
  readonly source: LocalText | string;
  readonly address?: string;
  readonly date?: string;
}

/** A link only where the address is one of the web: a pack comes from anyone. It is opened by a click alone, and needs the network. */
export function SourceLine({ of: { source, address, date } }: { of: Sourced }) {
  const { t, language } = useTexts();
  const text = (typeof source === 'string' ? source : source[language]) || t('app.threshold.noSource');
  const link = webAddressOf({ ...(address === undefined ? {} : { address }) });
  return (
    <div className={classes.muted}>
      {t('app.threshold.source')}
      {link ? (
        <a href={link} target="_blank" rel="noreferrer" title={t('rulepack.external')}>
          {text}
        </a>
      ) : (
        text
      )}
      {date ? ` · ${date}` : ''}
    </div>
  );
}
