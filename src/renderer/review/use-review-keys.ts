import { useHotkeys } from '@mantine/hooks';
import { useDesk } from '../desk/context.tsx';
import {
  approve,
  begin,
  chooseAll,
  chooseNone,
  step,
  stopDoing,
  toggleChosen,
  undo,
} from './review-actions.ts';
import { currentOf } from './review-store.ts';

/** The whole queue by keyboard; letters do nothing while one types. Arrows belong to the list. */
export function useReviewKeys(): void {
  const desk = useDesk();
  const isReading = () => desk.review.getState().doing === 'reading';
  const whenReading = (act: () => unknown) => () => {
    if (isReading() && desk.app.getState().overlay === null) act();
  };
  useHotkeys([
    ['J', whenReading(() => step(desk, 1))],
    ['K', whenReading(() => step(desk, -1))],
    ['A', whenReading(() => approve(desk))],
    ['E', whenReading(() => begin(desk, 'editing'))],
    ['R', whenReading(() => begin(desk, 'rejecting'))],
    [
      'X',
      whenReading(() => {
        const current = currentOf(desk.review.getState());
        if (current !== null) toggleChosen(desk, current);
      }),
    ],
    ['U', whenReading(() => undo(desk))],
    ['mod+Z', whenReading(() => undo(desk))],
    ['mod+A', whenReading(() => chooseAll(desk))],
    ['Escape', () => (isReading() ? chooseNone(desk) : stopDoing(desk))],
  ]);
}
