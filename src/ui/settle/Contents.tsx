/** What lies in the ground in conflict. */
import type { ConflictContents } from '../../checks/settle/settle-types.ts';
import { formatTonnesPerYear } from '../../i18n/format.ts';
import type { Language, Translate } from '../../i18n/translate.ts';
import { useTexts } from '../app-context.tsx';
import findings from '../findings/findings.module.css';
import classes from './settle.module.css';

export function Contents({ inside }: { inside: ConflictContents }) {
  const { t, language } = useTexts();
  const lines = listContents(inside, t, language);
  return (
    <div className={findings.section} data-testid="conflict-contents">
      <h3>{t('settle.contents')}</h3>
      {lines.length === 0 && <p>{t('settle.contents.nothing')}</p>}
      <ul className={classes.lines}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}

function listContents(inside: ConflictContents, t: Translate, language: Language): string[] {
  const { sources, uncoveredCount, pm10TonnesPerYear, roadCount, roadMeters, receptorCount } = inside;
  const separator = language === 'en' ? ', ' : '、';
  const named = (names: readonly string[], count: number) =>
    names.join(separator) + (count > names.length ? (language === 'en' ? ' …' : '等') : '');
  const lines = sources.map(({ kind, count, areaSquareMeters, names }) => {
    const params = { kind, count, names: named(names, count) };
    return areaSquareMeters > 0
      ? t('settle.contents.sourceArea', { ...params, insideSquareMeters: areaSquareMeters })
      : t('settle.contents.source', params);
  });
  if (uncoveredCount > 0) lines.push(t('settle.contents.uncovered', { count: uncoveredCount }));
  if (pm10TonnesPerYear) {
    const [low, high] = pm10TonnesPerYear;
    lines.push(t('settle.pm10', { tonnes: formatTonnesPerYear(low, high, language) }));
  }
  if (roadCount > 0) {
    const names = named(inside.roadNames, roadCount);
    lines.push(t('settle.contents.roads', { count: roadCount, lengthMeters: roadMeters, names }));
  }
  if (receptorCount > 0) {
    lines.push(
      t('settle.contents.receptors', { count: receptorCount, names: named(inside.receptorNames, receptorCount) }),
    );
  }
  return lines;
}
