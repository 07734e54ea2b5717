/** The field and what it finds, one list for the keys: places, then categories with their counts. */
import { Button, Progress, SegmentedControl, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { DatumName } from '../../geo/datum.ts';
import { formatCount } from '../../i18n/format.ts';
import type { Translate } from '../../i18n/translate.ts';
import { useTexts } from '../app-context.tsx';
import type { SearchCategory } from './find-matches.ts';
import { HitRow, hitKey } from './HitRow.tsx';
import classes from './search.module.css';
import type { SearchHit } from './use-go.ts';
import { type NameSearch, useFound, usePlaces } from './use-search.ts';

interface SearchBoxProps {
  readonly search: NameSearch | undefined;
  readonly recent: readonly SearchHit[];
  readonly onGo: (hit: SearchHit) => void;
}

/** Of each category while all of them show, and of one that was chosen. */
const FIRST = 6;
const LIMIT = 60;
const DATUMS = ['wgs84', 'gcj02', 'bd09'] as const satisfies readonly DatumName[];
type Key = SearchCategory['key'] | 'place' | 'recent';

interface Section {
  readonly key: Key;
  readonly count: number;
  readonly hits: readonly SearchHit[];
}

export function SearchBox({ search, recent, onGo }: SearchBoxProps) {
  const { t } = useTexts();
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const [chosen, setChosen] = useState<Key>();
  const [datum, setDatum] = useState<DatumName>('wgs84');
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const found = useFound(search, query, LIMIT);
  const places = usePlaces(query, datum);
  const sections = useMemo((): readonly Section[] => {
    if (query.trim() === '') return recent.length > 0 ? [{ key: 'recent', count: recent.length, hits: recent }] : [];
    const read = places.map((place) => ({ type: 'place', place }) as const);
    const named = found.map(({ key, count, matches }) => ({ key, count, hits: matches }));
    return [...(read.length > 0 ? [{ key: 'place' as const, count: read.length, hits: read }] : []), ...named];
  }, [query, recent, places, found]);
  const only = sections.find(({ key }) => key === chosen);
  const shown = only ? [only] : sections.map((section) => ({ ...section, hits: section.hits.slice(0, FIRST) }));
  const hits = shown.flatMap((section) => section.hits);
  const optionId = (at: number) => `${listId}-${at}`;
  useEffect(() => {
    list.current?.querySelector('[data-active="true"]')?.scrollIntoView({ block: 'nearest' });
  });

  const onKeyDown = (event: KeyboardEvent) => {
    const last = hits.length - 1;
    const next = { ArrowDown: active + 1, ArrowUp: active - 1, PageDown: active + 8, PageUp: active - 8 }[event.key];
    if (next !== undefined) setActive(Math.max(0, Math.min(last, next)));
    else if (event.key === 'Enter' && hits[active]) onGo(hits[active]);
    else return;
    event.preventDefault();
  };
  const choose = (key: Key | undefined) => {
    setChosen(key);
    setActive(0);
  };
  let at = 0;
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
          setChosen(undefined);
        }}
        placeholder={t('app.search.placeholder')}
        aria-label={t('app.search.title')}
        role="combobox"
        aria-expanded={hits.length > 0}
        aria-controls={listId}
        aria-activedescendant={hits.length > 0 ? optionId(active) : undefined}
        data-testid="search-input"
        leftSection={<IconSearch size={18} />}
      />
      {search?.progress !== undefined && (
        <div className={classes.indexing} role="status">
          <span>{t('app.search.indexing')}</span>
          <Progress size="xs" value={100 * search.progress} aria-label={t('app.search.indexing')} />
        </div>
      )}
      {query.trim() !== '' && sections.length > 1 && (
        <Categories sections={sections} chosen={only?.key} onChoose={choose} />
      )}
      {places.some(({ centralMeridian }) => centralMeridian === undefined) && (
        <div className={classes.datum}>
          <span>{t('app.search.datum')}</span>
          <SegmentedControl
            size="xs"
            value={datum}
            onChange={(value) => setDatum(value as DatumName)}
            data={DATUMS.map((value) => ({ value, label: t(`datum.${value}`) }))}
            aria-label={t('app.search.datum')}
            data-testid="search-datum"
          />
        </div>
      )}
      <div ref={list} id={listId} className={classes.list} role="listbox" aria-label={t('app.search.title')}>
        {shown.map((section) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options, not of fields.
          <div key={section.key} role="group" aria-label={nameOf(section.key, t)}>
            <div className={classes.heading} aria-hidden="true">
              {nameOf(section.key, t)} {formatCount(section.count)}
            </div>
            {section.hits.map((hit) => {
              const place = at++;
              return (
                <HitRow
                  key={hitKey(hit)}
                  id={optionId(place)}
                  hit={hit}
                  isActive={place === active}
                  onClick={() => onGo(hit)}
                />
              );
            })}
            {section.count > section.hits.length && (
              <div className={classes.more}>{t('app.search.more', { count: section.count - section.hits.length })}</div>
            )}
          </div>
        ))}
      </div>
      <div className={classes.says} role="status">
        {query.trim() !== '' && sections.length === 0 && <p className={classes.note}>{t('app.search.nothing')}</p>}
        {query.trim() === '' && <p className={classes.note}>{t('app.search.help')}</p>}
      </div>
    </div>
  );
}

interface CategoriesProps {
  readonly sections: readonly Section[];
  readonly chosen: Key | undefined;
  readonly onChoose: (key: Key | undefined) => void;
}

function Categories({ sections, chosen, onChoose }: CategoriesProps) {
  const { t } = useTexts();
  const total = sections.reduce((sum, { count }) => sum + count, 0);
  const choices: readonly { readonly key: Key | undefined; readonly name: string; readonly count: number }[] = [
    { key: undefined, name: t('app.search.all'), count: total },
    ...sections.map(({ key, count }) => ({ key, name: nameOf(key, t), count })),
  ];
  return (
    <fieldset className={classes.categories} aria-label={t('app.search.categories')}>
      {choices.map(({ key, name, count }) => (
        <Button
          key={name}
          size="compact-sm"
          variant={key === chosen ? 'light' : 'default'}
          aria-pressed={key === chosen}
          onClick={() => onChoose(key)}
          data-testid={`search-category-${key ?? 'all'}`}
        >
          {name} {formatCount(count)}
        </Button>
      ))}
    </fieldset>
  );
}

function nameOf(key: Key, t: Translate): string {
  if (key === 'place' || key === 'recent' || key === 'rule' || key === 'owner') return t(`app.search.category.${key}`);
  return t(`kind.${key}`);
}
