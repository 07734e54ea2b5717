/** A place in a picture: a photo of its case or of the hotspot, else the map as it was taken beforehand, else a sketch. */
import { useMemo } from 'react';
import { type PlaceSketch, scaleBarMeters } from '../../../briefing/boards/place-sketch.ts';
import { formatLength } from '../../../i18n/format.ts';
import type { BoardCard } from '../../../reports/boards/board.ts';
import { useTexts, useWorkspace } from '../../app-context.tsx';
import classes from './board.module.css';
import { sketchOfCard } from './card-sketch.ts';
import { usePlacePicture } from './use-place-picture.ts';

export function PlacePicture({ card }: { readonly card: BoardCard }) {
  const { t } = useTexts();
  const picture = usePlacePicture(card);
  const kind = picture?.kind ?? 'sketch';
  const label = t(`boards.card.${kind}`, { name: card.title });
  return (
    <figure className={classes.picture} data-kind={kind}>
      {picture ? <img src={picture.address} alt={label} /> : <Sketch card={card} label={label} />}
      <figcaption>{t(`boards.card.${kind}.mark`)}</figcaption>
    </figure>
  );
}

function Sketch({ card, label }: { readonly card: BoardCard; readonly label: string }) {
  const sketch = useSketch(card);
  const side = Math.max(sketch.widthMeters, sketch.heightMeters);
  const bar = scaleBarMeters(side / 3);
  const [left, bottom] = [-side * 0.44, side * 0.44];
  return (
    <svg viewBox={`${-side / 2} ${-side / 2} ${side} ${side}`} role="img" aria-label={label}>
      {sketch.shapes.map(({ look, isArea, path }, index) => (
        <path
          // biome-ignore lint/suspicious/noArrayIndexKey: shapes have no names, and are never moved
          key={index}
          d={path}
          className={classes[look]}
          data-area={isArea}
          fillRule="evenodd"
          vectorEffect="non-scaling-stroke"
        />
      ))}
      {sketch.points.map(([x, y]) => (
        <circle key={`${x} ${y}`} cx={x} cy={y} r={side / 24} className={classes.marked} data-area />
      ))}
      <path d={`M${left} ${bottom}h${bar}`} className={classes.scaleBar} vectorEffect="non-scaling-stroke" />
      <text x={left} y={bottom - side * 0.03} fontSize={side * 0.1} className={classes.scaleText}>
        {formatLength(bar)}
      </text>
    </svg>
  );
}

function useSketch({ at, subjects }: BoardCard): PlaceSketch {
  const features = useWorkspace((state) => state.features);
  const drawables = useWorkspace((state) => state.drawables);
  return useMemo(() => sketchOfCard({ at, subjects }, features, drawables), [features, drawables, at, subjects]);
}
