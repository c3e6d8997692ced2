import { useStore } from 'zustand';
import { useDesk } from '../desk/context.tsx';
import { FactsSection } from './facts-section.tsx';
import { JiwaSection } from './jiwa-section.tsx';
import { WhyReply } from './why-reply.tsx';
import classes from './memory.module.css';

/** Beside the chat: why the reply sounds as it does, and what is remembered of the client. */
export function MemoryPane() {
  const memory = useStore(useDesk().memory, (area) => area.memory);
  const clientId = useStore(useDesk().memory, (area) => area.clientId);
  if (clientId === null) return null;
  return (
    <div className={classes.pane}>
      <WhyReply />
      {memory !== null && (
        <>
          <JiwaSection key={`jiwa-${clientId}`} memory={memory} />
          <FactsSection key={`facts-${clientId}`} memory={memory} />
        </>
      )}
    </div>
  );
}
