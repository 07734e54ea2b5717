/** A feature in one line: what it is, what it is called, who answers for it. Click selects, hover previews. */
import type { Subject } from '../../core/subject.ts';
import { useCommands, useTexts, useView, useWorkspace } from '../app-context.tsx';
import classes from '../findings/findings.module.css';
import { SubjectSwatch } from '../layers/SwatchIcon.tsx';
import { fieldOf, titleOf, unitOf } from '../store/layer-features.ts';

export interface SubjectLinkProps {
  readonly subject: Subject;
  /** In place of kind and owner. */
  readonly detail?: string;
  /** A line of its own, for what must not be cut off by the detail. */
  readonly more?: string;
}

export function SubjectLink({ subject, detail, more }: SubjectLinkProps) {
  const { t } = useTexts();
  const { select, hover } = useCommands();
  const features = useWorkspace((state) => state.features);
  const selected = useView(
    ({ selection }) =>
      selection?.type === 'feature' &&
      selection.subject.layer === subject.layer &&
      selection.subject.feature === subject.feature,
  );
  const layer = features.get(subject.layer)?.layer;
  const unit = unitOf(features, subject);
  const person = fieldOf(features, subject, 'person');
  const leader = fieldOf(features, subject, 'leader');
  const who = [unit ?? t('app.subject.noOwner'), person, leader && t('map.leader.label', { name: leader })]
    .filter(Boolean)
    .join(' · ');
  const target = { type: 'feature', subject } as const;
  return (
    <button
      type="button"
      className={classes.link}
      data-selected={selected}
      data-testid="subject"
      onClick={() => select(target)}
      onPointerEnter={() => hover(target)}
      onPointerLeave={() => hover(undefined)}
    >
      <SubjectSwatch subject={subject} />
      <span className={classes.name}>
        <div className={classes.name}>{titleOf(features, subject)}</div>
        <div className={`${classes.name} ${classes.muted}`}>
          {detail ?? `${layer ? t(`kind.${layer.kind}`) : ''} · ${who}`}
        </div>
        {more && <div className={`${classes.name} ${classes.muted}`}>{more}</div>}
      </span>
    </button>
  );
}
