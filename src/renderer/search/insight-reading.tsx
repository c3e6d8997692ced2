import { Stack } from '@mantine/core';
import type { SearchHit } from '../../shared/search.ts';
import { SnippetText } from './snippet-text.tsx';

/** An insight as the search found it. */
export function InsightReading({ hit }: { hit: SearchHit }) {
  return (
    <Stack gap="sm">
      <strong>{hit.title}</strong>
      <div>
        <SnippetText snippet={hit.snippet} />
      </div>
    </Stack>
  );
}
