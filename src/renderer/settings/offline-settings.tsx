import { BudgetCard, PowerCard } from './budget-card.tsx';
import { EndpointCard } from './endpoint-card.tsx';
import { GenerateCard } from './generate-card.tsx';
import { NightCard } from './night-card.tsx';
import { PrepareCard } from './prepare-card.tsx';
import { ProposeCard } from './propose-card.tsx';
import { PaceCard } from './pace-card.tsx';

/** Where LLaMA works, what it makes, how fast, for how much, and when not. */
export function OfflineSettings() {
  return (
    <>
      <EndpointCard />
      <GenerateCard />
      <PrepareCard />
      <ProposeCard />
      <NightCard />
      <PaceCard />
      <BudgetCard />
      <PowerCard />
    </>
  );
}
