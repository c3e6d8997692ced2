import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useDesk } from '../desk/context.tsx';
import { AnalysisSection } from './analysis-section.tsx';
import { FactsSection } from './facts-section.tsx';
import { JiwaSection } from './jiwa-section.tsx';
import { refreshMemory } from './memory-actions.ts';
import { WhyReply } from './why-reply.tsx';
import classes from './memory.module.css';

function Unreadable({ clientId }: { clientId: string }) {
  const { t } = useTranslation();
  const desk = useDesk();
  return (
    <section className={classes.section}>
      <p className={classes.hint}>{t('facts.unreadable')}</p>
      <Button size="xs" onClick={() => void refreshMemory(desk, clientId)}>
        {t('reply.retry')}
      </Button>
    </section>
  );
}

/** Beside the chat: why the reply sounds as it does, and what is remembered of the client. */
export function MemoryPane() {
  const memory = useStore(useDesk().memory, (area) => area.memory);
  const clientId = useStore(useDesk().memory, (area) => area.clientId);
  const isUnreadable = useStore(useDesk().memory, (area) => area.isUnreadable);
  if (clientId === null) return null;
  return (
    <div className={classes.pane}>
      <WhyReply />
      {isUnreadable && <Unreadable clientId={clientId} />}
      <AnalysisSection key={`analysis-${clientId}`} />
      {memory !== null && (
        <>
          <JiwaSection key={`jiwa-${clientId}`} memory={memory} />
          <FactsSection key={`facts-${clientId}`} memory={memory} />
        </>
      )}
    </div>
  );
}
