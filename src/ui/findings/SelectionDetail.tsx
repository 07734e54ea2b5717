/** Under the list: what is selected, and what else lies under the same click. */
import { ActionIcon, CloseButton, Tooltip } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { subjectKey } from '../../core/subject.ts';
import { useCommands, useTexts, useView, useWorkspace } from '../app-context.tsx';
import { FeatureCard } from '../feature/FeatureCard.tsx';
import { sameTarget, targetKey } from '../store/view-store.ts';
import { BackToCell } from '../time/CellDetail.tsx';
import { FindingCard } from './FindingCard.tsx';
import classes from './findings.module.css';

export function SelectionDetail() {
  const { t } = useTexts();
  const { select } = useCommands();
  const selection = useView((state) => state.selection);
  const finding = useWorkspace((state) =>
    selection?.type === 'finding' ? state.findingById.get(selection.id) : undefined,
  );
  const feature = useWorkspace((state) => {
    if (selection?.type !== 'feature') return undefined;
    return state.features.get(selection.subject.layer)?.indexOf(selection.subject.feature);
  });
  const document = useWorkspace((state) => state.document);
  // The wall answers by a card of its own: nothing of this one is fetched behind it.
  const presenting = useView((state) => state.presenting);
  if (presenting || !selection || (!finding && feature === undefined)) return null;
  const kind = document?.layers.find(
    (layer) => selection.type === 'feature' && layer.id === selection.subject.layer,
  )?.kind;
  return (
    // Another selection begins at its top.
    <section
      key={targetKey(selection)}
      className={classes.detail}
      data-testid="selection"
      aria-label={t('app.selection.title')}
    >
      <div className={classes.detailHead}>
        <h2 className={classes.name} style={{ margin: 0, fontSize: 'var(--mantine-font-size-lg)', fontWeight: 600 }}>
          {finding ? t(`rule.${finding.rule}`) : kind ? t(`kind.${kind}`) : ''}
        </h2>
        <BackToCell />
        <UnderPointer />
        <Tooltip label={`${t('app.close')} (Esc)`}>
          <CloseButton aria-label={t('app.close')} onClick={() => select(undefined)} />
        </Tooltip>
      </div>
      {finding && <FindingCard key={finding.id} finding={finding} />}
      {selection.type === 'feature' && <FeatureCard key={subjectKey(selection.subject)} subject={selection.subject} />}
    </section>
  );
}

/** `2 / 5` with arrows: zones hide each other, so a click may hit several. */
function UnderPointer() {
  const { t } = useTexts();
  const { cycle } = useCommands();
  const under = useView((state) => state.underPointer);
  const selection = useView((state) => state.selection);
  const place = under.findIndex((target) => sameTarget(target, selection));
  if (under.length < 2) return null;
  if (place < 0) return null;
  return (
    <div style={{ display: 'flex', alignItems: 'center' }} data-testid="under-pointer">
      <Tooltip label={`${t('app.under.previous')} (Shift N)`}>
        <ActionIcon onClick={() => cycle(-1)} aria-label={t('app.under.previous')}>
          <IconChevronLeft size={16} />
        </ActionIcon>
      </Tooltip>
      <span title={t('app.under.hint')}>
        {place + 1} / {under.length}
      </span>
      <Tooltip label={`${t('app.under.next')} (N)`}>
        <ActionIcon onClick={() => cycle(1)} aria-label={t('app.under.next')}>
          <IconChevronRight size={16} />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}
