/** What comes next: its title, and a picture of its map where it was shown before in this visit. */
import { useEffect, useState } from 'react';
import { looksOf } from '../../../../briefing/scene-looks.ts';
import type { Scene } from '../../../../model/scene.ts';
import { useScenePictures, useTexts } from '../../../app-context.tsx';
import classes from './presenter.module.css';

export function NextScene({ scene }: { readonly scene: Scene | undefined }) {
  const { t } = useTexts();
  const looks = scene && looksOf(scene);
  const picture = useScenePictures(({ pictures }) => (looks === undefined ? undefined : pictures.get(looks)));
  const address = useAddress(picture);
  return (
    <section className={classes.next} data-pictured={address !== undefined}>
      {scene && address && (
        <img src={address} alt={t('stage.presenter.nextPicture')} data-testid="presenter-next-picture" />
      )}
      <div>
        <h2>{t('stage.presenter.next')}</h2>
        <p data-testid="presenter-next">{scene ? scene.title : t('stage.presenter.last')}</p>
      </div>
    </section>
  );
}

function useAddress(picture: Blob | undefined): string | undefined {
  const [made, setMade] = useState<{ readonly of: Blob; readonly address: string }>();
  useEffect(() => {
    if (!picture) return undefined;
    const address = URL.createObjectURL(picture);
    setMade({ of: picture, address });
    return () => URL.revokeObjectURL(address);
  }, [picture]);
  // The address of another picture may be gone already.
  return made && made.of === picture ? made.address : undefined;
}
