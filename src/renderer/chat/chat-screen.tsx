import { useApp } from '../desk/context.tsx';
import { MemoryPane } from '../memory/memory-pane.tsx';
import { useLayout } from '../ui/use-layout.ts';
import { ClientsPane } from './clients-pane.tsx';
import { ConversationPane } from './conversation-pane.tsx';
import classes from './chat-screen.module.css';

/** Clients, conversation, memory. What does not fit lies in drawers. */
export function ChatScreen() {
  const layout = useLayout();
  const isClientsFolded = useApp((area) => area.isClientsFolded);
  const isMemoryFolded = useApp((area) => area.isMemoryFolded);
  return (
    <div className={classes.screen}>
      {layout !== 'narrow' && !isClientsFolded && (
        <aside className={classes.clients}>
          <ClientsPane isInDrawer={false} />
        </aside>
      )}
      <main className={classes.conversation}>
        <ConversationPane />
      </main>
      {layout === 'wide' && !isMemoryFolded && (
        <aside className={classes.memory}>
          <MemoryPane />
        </aside>
      )}
    </div>
  );
}
