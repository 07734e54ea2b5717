/** One threshold: what it decides, its value, how sure we are of it and who says so; its own value, and back. */
import { Badge, Button } from '@mantine/core';
import { IconArrowBackUp, IconPencil } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { formatThreshold } from '../../reports/list-thresholds.ts';
import { findReset, resetThreshold } from '../../rules/rule-pack-edits.ts';
import { findInForce } from '../../rules/thresholds.ts';
import { useTexts } from '../app-context.tsx';
import { SourceLine } from '../findings/SourceLine.tsx';
import { OverrideForm } from './OverrideForm.tsx';
import classes from './rulepack.module.css';
import type { ThresholdProps } from './threshold-props.ts';
import { inBoth } from './use-rule-edit.ts';

export function ThresholdItem({ threshold, pack, change }: ThresholdProps) {
  const { t, language } = useTexts();
  const [editing, setEditing] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  // The keyboard goes on from where the form was opened.
  const close = () => {
    setEditing(false);
    requestAnimationFrame(() => opener.current?.focus());
  };
  const { id } = threshold;
  const acting = findInForce(pack, id);
  const back = findReset(pack, id);
  // What was not confirmed is not shown as a number: it is no rule.
  const shown = acting ?? threshold;
  const label = t(`app.threshold.${id}`);
  return (
    <div className={classes.item} data-testid={`threshold-${id}`} data-own={back !== undefined}>
      <div className={classes.line}>
        <span className={classes.label}>{label}</span>
        <strong className={classes.value} data-testid={`threshold-value-${id}`}>
          {acting ? formatThreshold(acting, t) : t('rulepack.off')}
        </strong>
      </div>
      <div className={classes.text}>{shown.text[language]}</div>
      {shown.appliesTo && (
        <div className={classes.muted}>
          {t('app.threshold.appliesTo')}
          {shown.appliesTo[language]}
        </div>
      )}
      <SourceLine of={shown} />
      <div className={classes.tools}>
        <Badge
          size="sm"
          variant="light"
          color={shown.tag === 'confirmed' ? 'teal' : 'gray'}
          radius="sm"
          tt="none"
          c="var(--ct-text)"
        >
          {t(back && shown.tag === 'proposed' ? 'rulepack.tag.own' : `app.threshold.tag.${shown.tag}`)}
        </Badge>
        <span className={classes.spacer} />
        {back && (
          <Button
            size="compact-xs"
            variant="subtle"
            leftSection={<IconArrowBackUp size={14} />}
            onClick={() => change(resetThreshold(pack, id), 'edit.rules-reset', inBoth(`app.threshold.${id}`))}
            data-testid={`threshold-reset-${id}`}
          >
            {t('rulepack.reset', { value: formatThreshold(back, t) })}
          </Button>
        )}
        {!editing && (
          <Button
            ref={opener}
            size="compact-xs"
            variant="subtle"
            leftSection={<IconPencil size={14} />}
            aria-label={t('rulepack.override.of', { name: label })}
            onClick={() => setEditing(true)}
            data-testid={`threshold-override-${id}`}
          >
            {t('rulepack.override')}
          </Button>
        )}
      </div>
      {editing && <OverrideForm threshold={acting ?? threshold} pack={pack} change={change} onClose={close} />}
    </div>
  );
}
