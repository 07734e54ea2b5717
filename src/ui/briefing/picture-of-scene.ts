/** A scene's map as a picture; what was looked at before is looked at again afterwards. */
import { wallCamera } from '../../briefing/wall-camera.ts';
import type { Result } from '../../core/result.ts';
import type { Scene } from '../../model/scene.ts';
import type { AppServices } from '../app-context.tsx';
import type { PictureRequest } from '../commands.ts';
import { keepSmall } from './keep-scene-picture.ts';
import { captureShown, showScene } from './scene-view.ts';

export type PictureSize = Pick<PictureRequest, 'widthPixels' | 'heightPixels' | 'pixelRatio' | 'onDrawn'>;

export async function pictureOfScene(
  services: AppServices,
  scene: Scene,
  size: PictureSize,
  signal?: AbortSignal,
): Promise<Result<Blob>> {
  const back = captureShown(services);
  try {
    const taken = await services.commands.takePicture(
      {
        ...size,
        camera: wallCamera(scene.camera, size.widthPixels, size.heightPixels),
        theme: (scene.theme ?? 'projector') === 'projector' ? 'projector' : 'page',
        show: () => showScene(scene, services),
      },
      signal,
    );
    // A place looked at for a card is no scene of the briefing.
    const isScene = services.workspace.getState().document?.scenes.includes(scene);
    if (taken.ok && isScene) await keepSmall(scene, services, taken.value);
    return taken;
  } finally {
    back();
  }
}
