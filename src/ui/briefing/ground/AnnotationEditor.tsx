/** 标注: arrow, ring and text are drawn on the map; the list below names them, and one of them is open. */
import { ActionIcon, Button } from '@mantine/core';
import { type Icon, IconArrowUpRight, IconCircle, IconLetterT, IconTrash } from '@tabler/icons-react';
import type { AnnotationType } from '../../../briefing/ground/annotation-handles.ts';
import { formatLength } from '../../../i18n/format.ts';
import type { Scene, SceneAnnotation } from '../../../model/scene.ts';
import { useCommands, useTexts } from '../../app-context.tsx';
import draw from '../../draw/draw.module.css';
import { ToolButton } from '../../draw/ToolButton.tsx';
import { ExportMenu } from '../../exporting/ExportMenu.tsx';
import { AnnotationForm } from './AnnotationForm.tsx';
import { annotationSet } from './annotation-set.ts';
import classes from './ground.module.css';
import { type Annotating, useAnnotating } from './use-annotating.ts';

const TOOLS: readonly (readonly [AnnotationType, Icon])[] = [
  ['arrow', IconArrowUpRight],
  ['ring', IconCircle],
  ['text', IconLetterT],
];

export function AnnotationEditor({ scene }: { readonly scene: Scene }) {
  const { t } = useTexts();
  const { exportFeatures } = useCommands();
  const annotating = useAnnotating(scene);
  const { placing } = annotating;
  const { annotations = [] } = scene;
  return (
    <>
      <h3 className={classes.heading}>{t('ground.annotations')}</h3>
      <div className={classes.tools} role="toolbar" aria-label={t('ground.tools')}>
        {TOOLS.map(([type, icon]) => (
          <ToolButton
            key={type}
            icon={icon}
            label={t(`ground.type.${type}`)}
            hint={t(`ground.hint.${type}`)}
            pressed={placing?.like.type === type}
            onClick={() => (placing?.like.type === type ? annotating.cancel() : annotating.start(type))}
            testId={`annotate-${type}`}
          />
        ))}
      </div>
      <p className={draw.hint} aria-live="polite" data-testid="annotate-hint">
        {placing ? t(`ground.${placing.hasFirst ? 'second' : 'first'}.${placing.like.type}`) : t('ground.hint')}
      </p>
      {placing && (
        <Button size="compact-sm" variant="default" onClick={annotating.cancel}>
          {t('ground.cancel')}
        </Button>
      )}
      {annotations.length > 0 && (
        <>
          <ul className={classes.list} data-testid="annotation-list">
            {annotations.map((annotation) => (
              <AnnotationItem key={annotation.id} annotation={annotation} annotating={annotating} />
            ))}
          </ul>
          <div>
            <ExportMenu
              label={t('exporting.annotations')}
              title={t('export.layer')}
              testId="annotations-export"
              onExport={(format) =>
                exportFeatures({
                  title: t('exporting.annotations.name', { scene: scene.title }),
                  sets: [annotationSet(scene, annotations, t)],
                  format,
                  withPersonal: false,
                })
              }
            />
          </div>
        </>
      )}
    </>
  );
}

function AnnotationItem({ annotation, annotating }: { annotation: SceneAnnotation; annotating: Annotating }) {
  const { t } = useTexts();
  const { id, type } = annotation;
  const isOpen = annotating.inHand === id;
  const Mark = TOOLS.find(([tool]) => tool === type)?.[1] ?? IconLetterT;
  const radius = type === 'ring' ? t('ground.radius', { radius: formatLength(annotation.radiusMeters) }) : '';
  const name = [annotation.text?.trim() || t(`ground.type.${type}`), radius].filter(Boolean).join(' · ');
  return (
    <li className={classes.item} data-open={isOpen || undefined} data-testid="annotation">
      <div className={classes.itemHead}>
        <button
          type="button"
          className={classes.itemName}
          aria-expanded={isOpen}
          onClick={() => annotating.choose(isOpen ? undefined : id)}
          onKeyDown={(event) => {
            if (event.key === 'Delete') annotating.remove(id);
          }}
          data-testid="annotation-name"
        >
          <Mark size={16} aria-hidden />
          <span>{name}</span>
        </button>
        <ActionIcon
          onClick={() => annotating.remove(id)}
          aria-label={t('ground.delete', { name })}
          data-testid="annotation-delete"
        >
          <IconTrash size={16} />
        </ActionIcon>
      </div>
      {isOpen && <AnnotationForm annotation={annotation} annotating={annotating} />}
    </li>
  );
}
