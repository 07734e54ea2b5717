/** Ctrl K: features by name, code, unit or person; units; and the rules. Enter goes there. */
import { Modal, TextInput } from '@mantine/core';
import { IconBuilding, IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useDeferredValue, useMemo, useState } from 'react';
import { subjectKey } from '../../core/subject.ts';
import { formatCount } from '../../i18n/format.ts';
import { RULE_IDS, type RuleId } from '../../model/findings.ts';
import { useApp, useCommands, useSettings, useTexts, useView, useWorkspace } from '../app-context.tsx';
import classes from '../findings/findings.module.css';
import { normalize } from '../findings/group-findings.ts';
import { FindingSwatch, SubjectSwatch } from '../layers/SwatchIcon.tsx';
import { findMatches, type SearchMatch } from './find-matches.ts';

const LIMIT = 40;
type Match = SearchMatch | { readonly type: 'rule'; readonly rule: RuleId };

export function SearchDialog() {
  const { t } = useTexts();
  const { view } = useApp();
  const open = useView((state) => state.dialog === 'search');
  const close = () => view.setState({ dialog: undefined });
  return (
    <Modal
      opened={open}
      onClose={close}
      withCloseButton={false}
      padding={0}
      size={560}
      yOffset={72}
      attributes={{ content: { 'aria-label': t('app.search.title') } }}
    >
      <SearchBox onDone={close} />
    </Modal>
  );
}

function SearchBox({ onDone }: { onDone: () => void }) {
  const { t } = useTexts();
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const matches = useMatches(useDeferredValue(query));
  const go = useGo(onDone);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setActive((current) => Math.max(0, Math.min(matches.length - 1, current + step)));
    } else if (event.key === 'Enter' && matches[active]) {
      event.preventDefault();
      go(matches[active]);
    }
  };

  return (
    <div>
      <TextInput
        data-autofocus
        size="md"
        variant="unstyled"
        px={12}
        value={query}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          setQuery(event.currentTarget.value);
          setActive(0);
        }}
        placeholder={t('app.search.placeholder')}
        aria-label={t('app.search.title')}
        data-testid="search-input"
        leftSection={<IconSearch size={18} />}
      />
      <div style={{ borderTop: '1px solid var(--ct-line)', maxHeight: '56vh', overflowY: 'auto', padding: '4px 12px' }}>
        {matches.map((match, index) => (
          <MatchRow key={keyOf(match)} match={match} active={index === active} onClick={() => go(match)} />
        ))}
        {query !== '' && matches.length === 0 && <p className={classes.muted}>{t('app.search.nothing')}</p>}
        {query === '' && <p className={classes.muted}>{t('app.search.help')}</p>}
      </div>
    </div>
  );
}

function useMatches(query: string): Match[] {
  const { t } = useTexts();
  const features = useWorkspace((state) => state.features);
  const check = useWorkspace((state) => state.check);
  return useMemo(() => {
    const needle = normalize(query);
    if (!needle) return [];
    const rules = RULE_IDS.filter(
      (rule) => check?.summary.byRule[rule] && normalize(t(`rule.${rule}`)).includes(needle),
    );
    return [...rules.map((rule) => ({ type: 'rule', rule }) as const), ...findMatches(features, query, LIMIT)];
  }, [features, check, query, t]);
}

function useGo(onDone: () => void): (match: Match) => void {
  const { view } = useApp();
  const { select, setScope } = useCommands();
  const change = useSettings((settings) => settings.change);
  return (match) => {
    onDone();
    if (match.type === 'feature') {
      select({ type: 'feature', subject: match.subject });
    } else if (match.type === 'owner') {
      setScope({ type: 'owner', owner: match.owner });
    } else {
      view.setState((state) => ({
        list: 'findings',
        filter: '',
        openRules: new Set([...state.openRules, match.rule]),
      }));
    }
    change({ findingsOpen: true });
  };
}

function MatchRow({ match, active, onClick }: { match: Match; active: boolean; onClick: () => void }) {
  const { t } = useTexts();
  const count = useWorkspace((state) =>
    match.type === 'rule' ? state.check?.summary.byRule[match.rule]?.count : undefined,
  );
  return (
    <button type="button" className={classes.link} data-selected={active} onClick={onClick} data-testid="search-match">
      {match.type === 'feature' && <SubjectSwatch subject={match.subject} />}
      {match.type === 'rule' && <FindingSwatch rule={match.rule} />}
      {match.type === 'owner' && <IconBuilding size={18} style={{ margin: '0 5px' }} />}
      <span className={classes.name}>
        {match.type === 'feature' ? match.title : match.type === 'owner' ? match.owner : t(`rule.${match.rule}`)}
        <span className={classes.muted}>
          {' '}
          {match.type === 'feature' ? match.detail : match.type === 'owner' ? t('app.search.owner') : ''}
        </span>
      </span>
      <span className={classes.muted}>
        {match.type === 'feature' ? t(`kind.${match.kind}`) : count === undefined ? '' : formatCount(count)}
      </span>
    </button>
  );
}

function keyOf(match: Match): string {
  if (match.type === 'feature') return subjectKey(match.subject);
  return match.type === 'owner' ? `owner ${match.owner}` : `rule ${match.rule}`;
}
