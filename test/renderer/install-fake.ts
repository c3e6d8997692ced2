import type { AppState } from '../../src/shared/app.ts';
import { openFakeBridge } from './fake-bridge.ts';

/** Puts the fake where preload puts the real bridge. The address chooses: ?desk=none|own|demo&lang=it&theme=dark&mode=direct */
const wishes = new URLSearchParams(location.search);
const desks: Readonly<Record<string, AppState['desk']>> = { none: null, own: 'own', demo: 'demo' };
const pick = <const T extends string>(name: string, allowed: readonly T[], otherwise: NoInfer<T>): T =>
  allowed.find((value) => value === wishes.get(name)) ?? otherwise;

const bridge = openFakeBridge({
  desk: desks[wishes.get('desk') ?? 'own'] ?? null,
  settings: {
    language: pick('lang', ['id', 'it', 'en', 'system'], 'system'),
    theme: pick('theme', ['light', 'dark', 'system'], 'system'),
    replyMode: pick('mode', ['draft', 'direct'], 'draft'),
  },
});
Object.assign(window, { jiwa: bridge });
