/** One annotation by words and numbers: what it says, where it stands, how far it reaches. Each field is one edit, when it is left. */
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { handlesOf, LEAST_RADIUS_METERS, moveHandle } from '../../../briefing/ground/annotation-handles.ts';
import { readLonLat } from '../../../core/angles.ts';
import { formatCoordinates } from '../../../i18n/format.ts';
import type { SceneAnnotation } from '../../../model/scene.ts';
import { useTexts } from '../../app-context.tsx';
import classes from './ground.module.css';
import type { Annotating } from './use-annotating.ts';

/** Of a ring: more than a district. */
const MOST_RADIUS_METERS = 100_000;

export function AnnotationForm({ annotation, annotating }: { annotation: SceneAnnotation; annotating: Annotating }) {
  const { t } = useTexts();
  const { put } = annotating;
  const { text: _, ...wordless } = annotation;
  return (
    <div className={classes.form}>
      <KeptField
        label={t('ground.text')}
        value={annotation.text ?? ''}
        placeholder={t('ground.textPlaceholder')}
        isFirst
        onKeep={(text) => {
          put(text.trim() ? { ...wordless, text: text.trim() } : wordless);
          return true;
        }}
        testId="annotation-text"
      />
      {annotation.type === 'ring' && (
        <KeptField
          label={t('ground.radiusMeters')}
          value={String(annotation.radiusMeters)}
          problem={t('ground.badRadius', { most: MOST_RADIUS_METERS })}
          onKeep={(text) => {
            const radiusMeters = Number(text.trim().replace(/\s*(?:m|米)$/iu, ''));
            if (!(radiusMeters >= LEAST_RADIUS_METERS && radiusMeters <= MOST_RADIUS_METERS)) return false;
            put({ ...annotation, radiusMeters });
            return true;
          }}
          testId="annotation-radius"
        />
      )}
      {handlesOf(annotation)
        .filter(({ name }) => name !== 'rim')
        .map(({ name, at }) => (
          <KeptField
            key={name}
            label={t(`ground.place.${name}`)}
            value={formatCoordinates(...at)}
            problem={t('ground.badPlace')}
            onKeep={(text) => {
              const place = readLonLat(text);
              if (place) put(moveHandle(annotation, name, place));
              return place !== undefined;
            }}
            testId={`annotation-${name}`}
          />
        ))}
      <Button
        size="compact-sm"
        variant="default"
        onClick={() => annotating.start(annotation.type, annotation)}
        data-testid="annotation-again"
      >
        {t('ground.again')}
      </Button>
    </div>
  );
}

interface KeptFieldProps {
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string;
  readonly problem?: string;
  /** Typing goes on here as soon as it stands. */
  readonly isFirst?: boolean;
  /** False where it cannot be used. */
  readonly onKeep: (text: string) => boolean;
  readonly testId: string;
}

/** Kept on Enter and when it is left; Escape brings back what was there. */
function KeptField({ label, value, placeholder, problem, isFirst, onKeep, testId }: KeptFieldProps) {
  const [text, setText] = useState(value);
  const [isBad, setBad] = useState(false);
  // Dragged on the map, undone: the field follows.
  const [known, setKnown] = useState(value);
  if (known !== value) {
    setKnown(value);
    setText(value);
    setBad(false);
  }
  const keep = () => {
    if (text !== value) setBad(!onKeep(text));
  };
  return (
    <TextInput
      label={label}
      value={text}
      placeholder={placeholder}
      error={isBad && problem}
      autoFocus={isFirst}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') keep();
        else if (event.key !== 'Escape') return;
        else {
          setText(value);
          setBad(false);
        }
        event.preventDefault();
        event.stopPropagation();
      }}
      data-testid={testId}
    />
  );
}
