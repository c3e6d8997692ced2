import { EndpointCard } from './endpoint-card.tsx';
import { PaceCard } from './pace-card.tsx';

/** Where LLaMA works, how fast, and for how much. */
export function OfflineSettings() {
  return (
    <>
      <EndpointCard />
      <PaceCard />
    </>
  );
}
