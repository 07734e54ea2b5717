/** The card of the cell that is looked at, while nothing in it is selected. Its code comes with the first card. */
import { Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { lazy } from 'react';
import { useCommands, useTexts, useTime, useView } from '../app-context.tsx';
import { Lazily } from '../shell/Lazily.tsx';

const CellCard = lazy(() => import('./CellCard.tsx').then((module) => ({ default: module.CellCard })));

export function CellDetail() {
  const card = useTime((state) => state.card);
  const isCovered = useView(({ selection, presenting }) => selection !== undefined || presenting);
  return <Lazily quiet>{card && !isCovered && <CellCard card={card} />}</Lazily>;
}

/** From something that was selected back to the cell it was listed in. */
export function BackToCell() {
  const { t } = useTexts();
  const { select } = useCommands();
  const drawing = useTime((state) => state.card?.drawing);
  if (!drawing) return null;
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      leftSection={<IconArrowLeft size={15} />}
      onClick={() => select(undefined)}
      data-testid="cell-back"
    >
      {t(`time.cell.back.${drawing}`)}
    </Button>
  );
}
