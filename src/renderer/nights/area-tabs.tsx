import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { showScreen } from '../desk/app-actions.ts';
import { useDesk } from '../desk/context.tsx';
import { closeNight } from './nights-actions.ts';

/** The two pages of one area: single jobs, and the nights they belong to. */
export function AreaTabs({ here }: { here: 'jobs' | 'nights' }) {
  const { t } = useTranslation();
  const desk = useDesk();
  return (
    <SegmentedControl
      aria-label={t('nights.pages')}
      value={here}
      onChange={(page) => {
        closeNight(desk);
        showScreen(desk, page === 'nights' ? 'nights' : 'jobs');
      }}
      data={[
        { value: 'jobs', label: t('nights.jobs') },
        { value: 'nights', label: t('nights.title') },
      ]}
    />
  );
}
