import { BudgetCard, PowerCard } from './budget-card.tsx';
import { EndpointCard } from './endpoint-card.tsx';
import { PaceCard } from './pace-card.tsx';

/** Where LLaMA works, how fast, for how much, and when not. */
export function OfflineSettings() {
  return (
    <>
      <EndpointCard />
      <PaceCard />
      <BudgetCard />
      <PowerCard />
    </>
  );
}
