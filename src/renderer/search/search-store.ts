import { createSpotlight } from '@mantine/spotlight';

/** The search over everything, and what opens and closes it. */
export const [searchStore, spotlight] = createSpotlight();

/**
 * Chooses the first row, for Enter. The library does so as soon as something is typed, when what was found is not
 * there yet.
 */
export function chooseFirstHit(): void {
  const { listId } = searchStore.getState();
  const rows = listId === '' ? [] : [...document.querySelectorAll(`#${listId} [data-action]`)];
  for (const row of rows) row.removeAttribute('data-selected');
  rows[0]?.setAttribute('data-selected', 'true');
  searchStore.updateState((state) => ({ ...state, selected: rows.length === 0 ? -1 : 0 }));
}
