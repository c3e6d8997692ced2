import { useMediaQuery } from '@mantine/hooks';

/** How much fits: `wide` three panes, `medium` memory in a drawer, `narrow` clients in a drawer too. */
export type Layout = 'wide' | 'medium' | 'narrow';

export function useLayout(): Layout {
  const isWide = useMediaQuery('(min-width: 1100px)', undefined, { getInitialValueInEffect: false });
  const isMedium = useMediaQuery('(min-width: 760px)', undefined, { getInitialValueInEffect: false });
  return isWide ? 'wide' : isMedium ? 'medium' : 'narrow';
}
