/** A place in a picture: a photo of its case or of the hotspot, else the map as it was taken beforehand, else its outline. */
import { outlineOf, type PlaceOutline, scaleBarMeters } from '../../../briefing/boards/place-outline.ts';
import { formatLength } from '../../../i18n/format.ts';
import type { BoardCard } from '../../../reports/boards/board.ts';
import { useTexts, useWorkspace } from '../../app-context.tsx';
import classes from './board.module.css';
import { type PlacePictureKind, usePlacePicture } from './use-place-picture.ts';

export function PlacePicture({ card }: { readonly card: BoardCard }) {
  const { t } = useTexts();
  const picture = usePlacePicture(card);
  const outline = useOutline(card);
  const name = card.title;
  const kind: PlacePictureKind | 'outline' | undefined = picture?.kind ?? (outline && 'outline');
  return (
    <figure className={classes.picture} data-kind={kind ?? 'none'}>
      {picture ? (
        <img src={picture.address} alt={t(`boards.card.${picture.kind}`, { name })} />
      ) : (
        outline && <Outline outline={outline} label={t('boards.card.outline', { name })} />
      )}
      {kind && <figcaption>{t(`boards.card.${kind}.mark`)}</figcaption>}
    </figure>
  );
}

function useOutline({ subject }: BoardCard): PlaceOutline | undefined {
  const layer = useWorkspace(({ features }) => (subject ? features.get(subject.layer) : undefined));
  const index = subject && layer?.indexOf(subject.feature);
  return layer && index !== undefined ? outlineOf(layer.batch.geometry, index) : undefined;
}

/** Room around the outline, as a part of its longer side. */
const MARGIN = 0.25;

function Outline({ outline, label }: { readonly outline: PlaceOutline; readonly label: string }) {
  const { path, isArea, widthMeters, heightMeters } = outline;
  const side = Math.max(widthMeters, heightMeters, 1) * (1 + 2 * MARGIN);
  const bar = scaleBarMeters(side / 3);
  const edge = side / 2;
  return (
    <svg viewBox={`${-edge} ${-edge} ${side} ${side}`} role="img" aria-label={label}>
      <path
        d={path}
        className={isArea ? classes.area : classes.line}
        fillRule="evenodd"
        vectorEffect="non-scaling-stroke"
      />
      <path
        d={`M${-edge + side * 0.06} ${edge - side * 0.06}h${bar}`}
        className={classes.scaleBar}
        vectorEffect="non-scaling-stroke"
      />
      <text x={-edge + side * 0.06} y={edge - side * 0.1} fontSize={side * 0.115} className={classes.scaleText}>
        {formatLength(bar)}
      </text>
    </svg>
  );
}
