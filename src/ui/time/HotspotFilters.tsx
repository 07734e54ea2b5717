/** Sources, kinds and confidences as switches, each with how many hotspots it stands for under the other filters. */
import { Checkbox } from '@mantine/core';
import { FACETS } from '../../checks/hotspots/hotspot-table.ts';
import { formatCount } from '../../i18n/format.ts';
import { useApp, useTexts, useTime } from '../app-context.tsx';
import { toggleFacet } from '../store/time-store.ts';
import { facetName } from './facet-name.ts';
import classes from './time.module.css';

export function HotspotFilters() {
  const { t } = useTexts();
  const { time } = useApp();
  const facets = useTime((state) => state.filtered?.facets);
  const off = useTime((state) => state.off);
  if (!facets) return null;
  return (
    <div className={classes.filters}>
      {FACETS.map((facet) => (
        <fieldset key={facet} className={classes.facet}>
          <legend>{t(`time.facet.${facet}`)}</legend>
          {facets[facet].map(({ value, count }) => (
            <div key={value} className={classes.facetRow}>
              <Checkbox
                size="xs"
                checked={!off[facet].has(value)}
                onChange={() => toggleFacet(time, facet, value)}
                label={facetName(facet, value, t)}
                data-testid={`time-${facet}-${value}`}
              />
              <span className={classes.muted}>{formatCount(count)}</span>
            </div>
          ))}
        </fieldset>
      ))}
    </div>
  );
}
