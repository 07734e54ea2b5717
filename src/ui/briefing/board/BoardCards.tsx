/** The worst findings as cards: a picture of the place, what it is, where, whose, how large, since when. */
import type { BoardCard } from '../../../reports/boards/board.ts';
import { useTexts } from '../../app-context.tsx';
import classes from './board.module.css';
import { PlacePicture } from './PlacePicture.tsx';

export function BoardCards({ cards }: { readonly cards: readonly BoardCard[] }) {
  return (
    <ol className={classes.cards}>
      {cards.map((card) => (
        <Card key={card.finding} card={card} />
      ))}
    </ol>
  );
}

function Card({ card }: { readonly card: BoardCard }) {
  const { t } = useTexts();
  const { rank, title, street, owners, size, days, reason, state } = card;
  const figures = [size, days].filter((text) => text !== undefined);
  const whose = [street, owners.join(t('report.listSeparator')) || t('boards.card.noOwner')];
  return (
    <li className={classes.card} data-testid="board-card" data-finding={card.finding}>
      <PlacePicture card={card} />
      <div className={classes.cardWords}>
        <h3>
          <span className={classes.rank}>{rank}</span>
          {title}
        </h3>
        <p>{whose.filter((text) => text !== undefined).join(' · ')}</p>
        {figures.length > 0 && <p className={classes.figures}>{figures.join(' · ')}</p>}
        {reason !== undefined && <p>{reason}</p>}
        {state !== undefined && <p className={classes.state}>{state}</p>}
      </div>
    </li>
  );
}
