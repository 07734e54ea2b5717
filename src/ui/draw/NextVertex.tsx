/** The next vertex by number: coordinates, or a distance and a bearing from the last one. Enter places it. */
import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTexts } from '../app-context.tsx';
import classes from './draw.module.css';

export function NextVertex({ onPlace }: { readonly onPlace: (text: string) => boolean }) {
  const { t } = useTexts();
  const [text, setText] = useState('');
  const place = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() && onPlace(text)) setText('');
  };
  return (
    <form className={classes.typed} onSubmit={place} title={t('draw.typed.hint')}>
      <TextInput
        aria-label={t('draw.typed')}
        placeholder={t('draw.typed.placeholder')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        data-testid="typed-vertex"
      />
      <Button type="submit" variant="default">
        {t('draw.typed.place')}
      </Button>
    </form>
  );
}
