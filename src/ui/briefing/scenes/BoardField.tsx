/** What stands on the wall beside the map of a scene: nothing, or one of the boards that are filled from the data. */
import { NumberInput, SegmentedControl, Select } from '@mantine/core';
import { RULE_IDS, type RuleId } from '../../../model/findings.ts';
import type { SceneBoardSpec } from '../../../model/scene.ts';
import { useTexts } from '../../app-context.tsx';
import classes from './scenes.module.css';

const TYPES = ['none', 'byStreet', 'worst', 'ranking', 'roadsideSoil', 'tasks', 'months'] as const;
const DEFAULT_RULE: RuleId = 'source-unassigned';
const DEFAULT_LIMIT = 10;
const MOST = 20;
const OF = ['street', 'owner'] as const;

interface BoardFieldProps {
  readonly board: SceneBoardSpec | undefined;
  readonly onChange: (board: SceneBoardSpec | undefined) => void;
}

export function BoardField({ board, onChange }: BoardFieldProps) {
  const { t } = useTexts();
  return (
    <fieldset className={classes.fieldset}>
      <legend>{t('briefing.board')}</legend>
      <Select
        aria-label={t('briefing.board')}
        data={TYPES.map((type) => ({ value: type, label: t(`briefing.board.${type}`) }))}
        value={board?.type ?? 'none'}
        onChange={(value) => onChange(emptyBoard(value, board))}
        allowDeselect={false}
        data-testid="scene-board"
      />
      {(board?.type === 'byStreet' || board?.type === 'worst') && (
        <Select
          label={t('briefing.board.rule')}
          data={RULE_IDS.map((rule) => ({ value: rule, label: t(`rule.${rule}`) }))}
          value={board.rule}
          onChange={(value) => {
            const rule = RULE_IDS.find((known) => known === value);
            if (rule) onChange({ ...board, rule });
          }}
          allowDeselect={false}
        />
      )}
      {(board?.type === 'worst' || board?.type === 'roadsideSoil' || board?.type === 'tasks') && (
        <NumberInput
          label={t('briefing.board.limit')}
          value={board.limit}
          onChange={(value) =>
            typeof value === 'number' && value >= 1 && onChange({ ...board, limit: Math.min(MOST, value) })
          }
          min={1}
          max={MOST}
          allowDecimal={false}
        />
      )}
      {board?.type === 'ranking' && (
        <SegmentedControl
          fullWidth
          aria-label={t('briefing.board.of')}
          data={OF.map((of) => ({ value: of, label: t(`briefing.board.of.${of}`) }))}
          value={board.of}
          onChange={(value) => onChange({ type: 'ranking', of: OF.find((known) => known === value) ?? 'street' })}
        />
      )}
    </fieldset>
  );
}

/** Rule and number of entries are taken along to the next type of board. */
function emptyBoard(type: string | null, before: SceneBoardSpec | undefined): SceneBoardSpec | undefined {
  const rule = before && 'rule' in before ? before.rule : DEFAULT_RULE;
  const limit = before && 'limit' in before ? before.limit : DEFAULT_LIMIT;
  switch (type) {
    case 'byStreet':
      return { type, rule };
    case 'worst':
      return { type, rule, limit };
    case 'ranking':
      return { type, of: 'street' };
    case 'roadsideSoil':
    case 'tasks':
      return { type, limit };
    case 'months':
      return { type };
    default:
      return undefined;
  }
}
