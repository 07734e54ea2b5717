/** Photos of a case, from before and after; more can be added. Names without a file in the workspace are told as such. */
import { Button, FileButton } from '@mantine/core';
import { IconPhotoPlus } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { Problem } from '../../core/result.ts';
import { explainProblem } from '../../i18n/explain.ts';
import type { WorkspaceCase } from '../../model/workspace.ts';
import { readPictureSize } from '../../reports/slips/picture-size.ts';
import { attachmentPath } from '../../reports/slips/slip-photos.ts';
import { useCommands, useTexts, useWorkspace } from '../app-context.tsx';
import findings from '../findings/findings.module.css';
import { PHOTO_SIDES, type PhotoSide } from './slip-commands.ts';
import classes from './slips.module.css';

interface CasePhotosProps {
  readonly finding: string;
  readonly own: WorkspaceCase | undefined;
}

export function CasePhotos({ finding, own }: CasePhotosProps) {
  const { t } = useTexts();
  const { slips } = useCommands();
  const [notes, setNotes] = useState<readonly Problem[]>([]);
  const add = (side: PhotoSide, files: readonly File[]) => {
    if (files.length > 0) void slips.addPhotos(finding, side, files).then(setNotes);
  };
  return (
    <>
      <div className={classes.sides}>
        {PHOTO_SIDES.map((side) => (
          <section key={side} aria-label={t(`returns.${side}`)}>
            <div className={findings.muted}>{t(`returns.${side}`)}</div>
            {own?.[side]?.map((name) => (
              <CasePhoto key={name} name={name} side={side} />
            ))}
            <FileButton multiple accept="image/*,.heic" onChange={(files) => add(side, files)}>
              {(props) => (
                <Button
                  {...props}
                  size="compact-xs"
                  variant="subtle"
                  leftSection={<IconPhotoPlus size={14} />}
                  aria-label={`${t('returns.photo.add')} · ${t(`returns.${side}`)}`}
                  data-testid={`case-add-${side}`}
                >
                  {t('returns.photo.add')}
                </Button>
              )}
            </FileButton>
          </section>
        ))}
      </div>
      {notes.map((note) => (
        <p key={JSON.stringify(note)} className={classes.note} role="status">
          {explainProblem(note, t)}
        </p>
      ))}
    </>
  );
}

function CasePhoto({ name, side }: { name: string; side: PhotoSide }) {
  const { t } = useTexts();
  const bytes = useWorkspace(({ document }) => document?.unread?.files[attachmentPath(name)]);
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    // Only what is a picture: an address of anything else could be opened as a page.
    const format = bytes && readPictureSize(bytes)?.format;
    if (!format) return setAddress(undefined);
    const made = URL.createObjectURL(new Blob([bytes], { type: format }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [bytes]);
  const label = t('returns.photo.alt', { side: t(`returns.${side}`), name: name.split('/').at(-1) ?? name });
  if (!address) return <div className={findings.muted}>{t('returns.photo.missing', { name })}</div>;
  return (
    <a href={address} target="_blank" rel="noreferrer" className={classes.photo} title={label}>
      <img src={address} alt={label} />
    </a>
  );
}
