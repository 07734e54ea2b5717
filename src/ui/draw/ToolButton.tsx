/** A tool: icon over its name, its letter and what it does in the tooltip. */
import { Tooltip, UnstyledButton } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import type { Ref } from 'react';
import classes from './draw.module.css';

export interface ToolButtonProps {
  readonly icon: Icon;
  readonly label: string;
  readonly hint: string;
  readonly letter?: string;
  readonly pressed?: boolean;
  readonly disabled?: boolean;
  readonly onClick: () => void;
  readonly testId: string;
  readonly ref?: Ref<HTMLButtonElement>;
}

export function ToolButton({
  icon: Mark,
  label,
  hint,
  letter,
  pressed,
  disabled,
  onClick,
  testId,
  ref,
  ...aria
}: ToolButtonProps) {
  return (
    <Tooltip label={letter ? `${hint} (${letter})` : hint} multiline maw={260}>
      <UnstyledButton
        {...aria}
        ref={ref}
        className={classes.tool}
        data-pressed={pressed || undefined}
        aria-pressed={pressed}
        aria-keyshortcuts={letter}
        disabled={disabled}
        onClick={onClick}
        data-testid={testId}
      >
        <Mark size={20} stroke={1.6} />
        <span>{label}</span>
      </UnstyledButton>
    </Tooltip>
  );
}
