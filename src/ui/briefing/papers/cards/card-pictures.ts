/** The pictures of cards for slides and for a briefing that is handed on: those of the wall, smaller, and without what a photo says of its taker. */
import { PHOTO_COLUMN } from '../../../../model/photo-column.ts';
import type { Board, BoardCard } from '../../../../reports/boards/board.ts';
import type { DeckPicture } from '../../../../reports/slides/slide-deck.ts';
import { readPictureSize } from '../../../../reports/slips/picture-size.ts';
import type { AppServices } from '../../../app-context.tsx';
import { shrinkPicture } from '../../../shrink-picture.ts';
import { fieldOf } from '../../../store/layer-features.ts';
import { sketchOfCard } from '../../board/card-sketch.ts';
import { findPlacePicture } from '../../board/place-picture.ts';
import { drawSketch } from './draw-sketch.ts';

/** 2.4 inches at 200 dots an inch, or a third of a wall of 1920: some 30 kB each. */
const LONGEST_PIXELS = 480;

/** By finding; a card whose place shows nothing has none. Empty for a board without cards. One after the other. */
export async function picturesOfCards(
  services: AppServices,
  { content }: Pick<Board, 'content'>,
): Promise<ReadonlyMap<string, DeckPicture>> {
  const pictures = new Map<string, DeckPicture>();
  for (const card of content.type === 'cards' ? content.cards : []) {
    const picture = await pictureOfCard(services, card);
    if (picture) pictures.set(card.finding, picture);
  }
  return pictures;
}

async function pictureOfCard(services: AppServices, card: BoardCard): Promise<DeckPicture | undefined> {
  const { document, features, findingById, drawables } = services.workspace.getState();
  const [subject] = card.subjects;
  const found = findPlacePicture(card, {
    files: document?.unread?.files,
    hotspotPhoto: subject && fieldOf(features, subject, PHOTO_COLUMN),
    taken: services.placePictures.getState().pictures.get(card.finding),
    current: findingById.get(card.finding),
  });
  const own = found && (await shrunk(services, card, found.kind, found.blob));
  if (own) return own;
  const sketch = await drawSketch(sketchOfCard(card, features, drawables));
  return sketch && shrunk(services, card, 'sketch', sketch);
}

/** Undefined where the browser cannot show it. */
async function shrunk(
  { words, settings }: AppServices,
  { title }: BoardCard,
  kind: 'photo' | 'map' | 'sketch',
  blob: Blob,
): Promise<DeckPicture | undefined> {
  const jpeg = await shrinkPicture(blob, LONGEST_PIXELS);
  const size = jpeg && readPictureSize(jpeg);
  if (!jpeg || !size) return undefined;
  const t = words.of(settings.getState().language);
  const altText = t(`boards.card.${kind}`, { name: title });
  return { jpeg, widthPixels: size.width, heightPixels: size.height, altText, mark: t(`boards.card.${kind}.mark`) };
}
