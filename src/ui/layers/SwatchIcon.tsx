/** A legend swatch as an inline drawing, from the same table as the map. */
import { useMemo } from 'react';
import type { Subject } from '../../core/subject.ts';
import { legendOfLayer, swatchOfFinding } from '../../map/legend.ts';
import { type Swatch, swatchOf } from '../../map/swatch.ts';
import { styleFor } from '../../map/symbology.ts';
import type { RuleId } from '../../model/findings.ts';
import { useSettings, useWorkspace } from '../app-context.tsx';
import classes from './layers.module.css';

export function SwatchIcon({ swatch }: { swatch: Swatch }) {
  const { width, height, paper, shapes } = swatch;
  return (
    <span className={classes.swatch}>
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        <rect width={width} height={height} rx="2" fill={paper} />
        {shapes.map((shape) => (
          <path
            key={`${shape.path}${shape.fill}${shape.stroke}${shape.transform}`}
            d={shape.path}
            fill={shape.fill ?? 'none'}
            fillRule="evenodd"
            stroke={shape.stroke}
            strokeWidth={shape.strokeWidth}
            strokeDasharray={shape.dash}
            strokeLinecap={shape.dash ? 'butt' : 'round'}
            transform={shape.transform}
          />
        ))}
      </svg>
    </span>
  );
}

export function FindingSwatch({ rule }: { rule: RuleId }) {
  const theme = useSettings((settings) => settings.theme);
  const swatch = useMemo(() => swatchOfFinding(rule, theme), [rule, theme]);
  return <SwatchIcon swatch={swatch} />;
}

/** The look of a layer: of zones the owners' tints, of others the first class that it has. */
export function LayerSwatch({ layer }: { layer: string }) {
  const theme = useSettings((settings) => settings.theme);
  const kind = useWorkspace((state) => state.features.get(layer)?.layer.kind);
  const styling = useWorkspace((state) => state.stylings[layer]);
  const swatch = useMemo(() => {
    const entries = kind && styling ? legendOfLayer({ kind, styling }, theme) : [];
    return (entries.find((entry) => entry.key === 'map.legend.byOwner') ?? entries[0])?.swatch;
  }, [kind, styling, theme]);
  return swatch ? <SwatchIcon swatch={swatch} /> : null;
}

/** The look of one feature, as the map draws it. */
export function SubjectSwatch({ subject }: { subject: Subject }) {
  const theme = useSettings((settings) => settings.theme);
  const found = useWorkspace((state) => state.features.get(subject.layer));
  const styling = useWorkspace((state) => state.stylings[subject.layer]);
  const index = found?.indexOf(subject.feature);
  const swatch = useMemo(() => {
    if (!found || !styling || index === undefined) return undefined;
    const style = styleFor(found.layer.kind, styling.category[index] ?? 0, theme, styling.tint?.[index]);
    return swatchOf(style, theme);
  }, [found, styling, index, theme]);
  return swatch ? <SwatchIcon swatch={swatch} /> : null;
}
