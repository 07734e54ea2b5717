/** Ctrl K: anything by name, pinyin, code, unit, person, address or coordinates. Enter goes there. */
import { Modal } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useApp, useTexts, useView } from '../app-context.tsx';
import { hitKey } from './HitRow.tsx';
import { SearchBox } from './SearchBox.tsx';
import { type SearchHit, unmarkPlace, useGo } from './use-go.ts';
import { useNameSearch } from './use-search.ts';

const MOST_RECENT = 8;

export function SearchDialog() {
  const { t } = useTexts();
  const { view } = useApp();
  const open = useView((state) => state.dialog === 'search');
  const search = useNameSearch(open);
  const go = useGo();
  // As long as the tab: names of people stay in the workspace.
  const [recent, setRecent] = useState<readonly SearchHit[]>([]);
  const close = () => view.setState({ dialog: undefined });
  // A new search takes the mark of the last place away.
  useEffect(() => {
    if (open) unmarkPlace(view);
  }, [open, view]);
  return (
    <Modal
      opened={open}
      onClose={close}
      withCloseButton={false}
      padding={0}
      size={620}
      yOffset={72}
      attributes={{ content: { 'aria-label': t('app.search.title') } }}
    >
      <SearchBox
        search={search}
        recent={recent}
        onGo={(hit) => {
          close();
          setRecent([hit, ...recent.filter((one) => hitKey(one) !== hitKey(hit))].slice(0, MOST_RECENT));
          go(hit);
        }}
      />
    </Modal>
  );
}
