import { Component, type ReactNode } from 'react';
import { Button } from '@mantine/core';
import { IconMoodConfuzed } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from './empty-state.tsx';

function Broken({ retry }: { retry: () => void }) {
  const { t } = useTranslation();
  return (
    <EmptyState icon={IconMoodConfuzed} title={t('broken.title')} text={t('broken.text')}>
      <Button variant="filled" onClick={retry}>
        {t('broken.again')}
      </Button>
    </EmptyState>
  );
}

/** Keeps a fault of one part of the screen from blanking all of it. A class: React offers no other way. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError(): { isBroken: boolean } {
    return { isBroken: true };
  }

  override render(): ReactNode {
    if (!this.state.isBroken) return this.props.children;
    return <Broken retry={() => this.setState({ isBroken: false })} />;
  }
}
