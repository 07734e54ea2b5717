/** Pictures of the places of the worst findings, taken one after the other before a briefing plays. */
import { frameGround } from '../../../briefing/story/frame-ground.ts';
import { groundAround } from '../../../briefing/story/story-ground.ts';
import type { Scene } from '../../../model/scene.ts';
import type { AppServices } from '../../app-context.tsx';
import { countBoard } from '../board/use-board.ts';
import { pictureOfScene } from '../picture-of-scene.ts';

/** As on a card of a wall of 1920 × 1080, twice as fine. */
const SIZE = { widthPixels: 360, heightPixels: 300, pixelRatio: 2 } as const;

/** What has a photo, or a picture already, is left out. Ends when it is cancelled; a picture that fails is left out. */
export async function takePlacePictures(services: AppServices, scenes: readonly Scene[]): Promise<void> {
  const { placePictures } = services;
  placePictures.getState().taking?.cancel();
  const wanted = await listWanted(services, scenes);
  if (wanted.length === 0) return;
  const ending = new AbortController();
  const cancel = () => ending.abort();
  const tell = (done: number) => placePictures.setState({ taking: { done, total: wanted.length, cancel } });
  for (const [index, { scene, id }] of wanted.entries()) {
    if (ending.signal.aborted) break;
    tell(index);
    const { findingById, features } = services.workspace.getState();
    const finding = findingById.get(id);
    if (!finding) continue;
    const camera = frameGround(groundAround(finding, (layer) => features.get(layer)));
    const { board: _, annotations: __, ...shown } = scene;
    const taken = await pictureOfScene(services, { ...shown, camera, finding: id }, SIZE, ending.signal);
    if (!taken.ok) continue;
    placePictures.setState(({ pictures }) => ({
      pictures: new Map(pictures).set(id, { finding, picture: taken.value }),
    }));
  }
  placePictures.setState({ taking: undefined });
}

async function listWanted(
  services: AppServices,
  scenes: readonly Scene[],
): Promise<readonly { readonly scene: Scene; readonly id: string }[]> {
  const wanted = new Map<string, Scene>();
  for (const scene of scenes) {
    if (scene.board?.type !== 'worst') continue;
    const counted = await countBoard(services, scene);
    if (!counted?.ok || counted.value.content.type !== 'cards') continue;
    for (const { finding, photos } of counted.value.content.cards)
      if (photos.length === 0) wanted.set(finding, wanted.get(finding) ?? scene);
  }
  const { pictures } = services.placePictures.getState();
  const { findingById } = services.workspace.getState();
  return [...wanted].flatMap(([id, scene]) =>
    pictures.get(id)?.finding === findingById.get(id) ? [] : [{ scene, id }],
  );
}
