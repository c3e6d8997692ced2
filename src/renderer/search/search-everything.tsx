import { useEffect, useLayoutEffect, useState } from 'react';
import { useDebouncedValue } from '@mantine/hooks';
import { Spotlight } from '@mantine/spotlight';
import { IconBookmark, IconMessage, IconSearch, IconSparkles, IconUser } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { SearchHit } from '../../shared/search.ts';
import { ask } from '../desk/ask.ts';
import { useDesk } from '../desk/context.tsx';
import { useFormats } from '../ui/use-formats.tsx';
import { useLayout } from '../ui/use-layout.ts';
import { goTo } from './search-actions.ts';
import { chooseFirstHit, searchStore } from './search-store.ts';
import { SnippetText } from './snippet-text.tsx';
import classes from './search.module.css';

const TYPING_MS = 120;
const kinds = ['client', 'message', 'client_fact', 'insight'] as const;
const icons = { client: IconUser, message: IconMessage, client_fact: IconBookmark, insight: IconSparkles };

/** What is found for the query; null while nothing was asked. A late answer to an older query is dropped. */
function useHits(query: string): readonly SearchHit[] | null {
  const desk = useDesk();
  const [hits, setHits] = useState<readonly SearchHit[] | null>(null);
  const [settled] = useDebouncedValue(query.trim(), TYPING_MS);
  useEffect(() => {
    let isLate = false;
    const search = async () => {
      const found = settled === '' ? null : await ask(desk, 'search:everything', { query: settled });
      if (!isLate) setHits(found);
    };
    void search();
    return () => {
      isLate = true;
    };
  }, [desk, settled]);
  return hits;
}

function Hit({ hit }: { hit: SearchHit }) {
  const desk = useDesk();
  const formats = useFormats();
  const layout = useLayout();
  const Icon = icons[hit.kind];
  return (
    <Spotlight.Action className={classes.hit ?? ''} onClick={() => void goTo(desk, hit, layout)}>
      <Icon size={18} stroke={1.75} aria-hidden />
      <span className={classes.text}>
        <span className={classes.title}>{hit.title}</span>
        {hit.snippet !== '' && (
          <span className={classes.snippet}>
            <SnippetText snippet={hit.snippet} />
          </span>
        )}
      </span>
      {hit.at !== null && <span className={classes.when}>{formats.date(hit.at)}</span>}
    </Spotlight.Action>
  );
}

function Groups({ hits }: { hits: readonly SearchHit[] }) {
  const { t } = useTranslation();
  return kinds.map((kind) => {
    const ofKind = hits.filter((hit) => hit.kind === kind);
    if (ofKind.length === 0) return null;
    return (
      <Spotlight.ActionsGroup
        key={kind}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- the library draws the group, as a div
        role="group"
        label={t(`search.${kind}`)}
        aria-label={t(`search.${kind}`)}
      >
        {ofKind.map((hit) => (
          <Hit key={`${hit.kind}-${hit.id}`} hit={hit} />
        ))}
      </Spotlight.ActionsGroup>
    );
  });
}

/** Search over clients, messages, insights and facts. Ctrl or Cmd with K opens it, Enter goes there. */
export function SearchEverything() {
  const { t } = useTranslation();
  const [query, setQuery] = useState('');
  const hits = useHits(query);
  // Before anything is painted: a quick Enter must find a row chosen.
  useLayoutEffect(chooseFirstHit, [hits]);
  return (
    <Spotlight.Root
      store={searchStore}
      query={query}
      onQueryChange={setQuery}
      shortcut="mod + K"
      tagsToIgnore={[]}
      scrollable
      maxHeight={460}
      size={620}
      overlayProps={{ blur: 0, backgroundOpacity: 0.35 }}
      attributes={{ content: { 'aria-label': t('rail.search') } }}
      classNames={{ content: classes.content ?? '', search: classes.search ?? '' }}
    >
      <Spotlight.Search
        placeholder={t('search.placeholder')}
        aria-label={t('search.placeholder')}
        leftSection={<IconSearch size={18} stroke={1.75} aria-hidden />}
      />
      <Spotlight.ActionsList>
        {hits === null && <Spotlight.Empty>{t('search.hint')}</Spotlight.Empty>}
        {hits?.length === 0 && <Spotlight.Empty>{t('search.nothing', { query })}</Spotlight.Empty>}
        {hits !== null && <Groups hits={hits} />}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}
