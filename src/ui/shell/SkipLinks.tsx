/** First on the way of the Tab key: straight to the map or to the findings, past bars and panels. Buttons, since the hash is the view's. */
import { useSettings, useTexts, useView } from '../app-context.tsx';
import classes from './shell.module.css';

export function SkipLinks() {
  const { t } = useTexts();
  const map = useView((state) => state.map);
  const change = useSettings((settings) => settings.change);
  const toFindings = () => {
    change({ findingsOpen: true });
    requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-testid="finding-filter"]')?.focus());
  };
  return (
    <div className={classes.skip}>
      {map && (
        <button type="button" onClick={() => map.map.getCanvas().focus()} data-testid="skip-to-map">
          {t('welcome.skip.map')}
        </button>
      )}
      <button type="button" onClick={toFindings} data-testid="skip-to-findings">
        {t('welcome.skip.findings')}
      </button>
    </div>
  );
}
