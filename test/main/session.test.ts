import { expect, it } from 'vitest';
import type { Desk as DeskName } from '../../src/shared/app.ts';
import type { Core } from '../../src/main/core.ts';
import type { Location } from '../../src/main/data-dir.ts';
import type { Desk } from '../../src/main/desk.ts';
import { startSession } from '../../src/main/session.ts';
import { applyPatch, defaultSettings } from '../../src/shared/settings.ts';

const moment = () => new Promise((resolve) => setImmediate(resolve));

/** Desks that note what happens to them. Opening or closing one takes a moment, as it does on a disk. */
function openPlace(start: Partial<Location> = {}) {
  let location: Location = { desk: null, dataDir: null, ...start };
  const happened: string[] = [];
  const refused = new Set<string>();
  let inUse: string | null = null;
  const open = async (name: DeskName, { dataDir }: Location): Promise<Desk> => {
    const place = name === 'demo' ? 'demo' : (dataDir ?? 'own');
    if (inUse !== null) throw new Error(`${inUse} is still open`);
    inUse = place;
    await moment();
    if (refused.has(place)) {
      inUse = null;
      throw new Error(`${place} cannot be opened`);
    }
    happened.push(`open ${place}`);
    let settings = defaultSettings;
    return {
      name,
      dataDir: place,
      core: { place } as unknown as Core,
      settings: { read: () => settings, change: (patch) => (settings = applyPatch(settings, patch)) },
      secrets: { read: () => null } as unknown as Desk['secrets'],
      setLogLevel: () => undefined,
      close: async () => {
        await moment();
        inUse = null;
        happened.push(`close ${place}`);
      },
    };
  };
  const session = startSession(open, {
    read: () => location,
    change: (patch) => {
      location = { ...location, ...patch };
    },
  });
  return { session, happened, refused, location: () => location };
}

it('opens the own desk on the first run, and takes its language along to the one that is chosen', async () => {
  const { session, location } = openPlace();
  expect(session.chosen()).toBeNull();
  (await session.desk()).settings.change({ language: 'id' });
  expect(await session.choose('demo')).toBe(true);
  const desk = await session.desk();
  expect(desk).toMatchObject({ name: 'demo' });
  expect(desk.settings.read().language).toBe('id');
  expect(location().desk).toBe('demo');
  expect(await session.choose('demo')).toBe(false);
});

it('makes one change of two impatient clicks', async () => {
  const { session, happened } = openPlace({ desk: 'own' });
  expect(await Promise.all([session.choose('demo'), session.choose('demo')])).toEqual([true, false]);
  expect(happened).toEqual(['open own', 'close own', 'open demo']);
});

it('makes several changes one after the other', async () => {
  const { session, happened } = openPlace({ desk: 'demo' });
  await Promise.all([session.choose('own'), session.moveTo('elsewhere'), session.choose('demo')]);
  expect(happened).toEqual([
    'open demo',
    'close demo',
    'open own',
    'close own',
    'open elsewhere',
    'close elsewhere',
    'open demo',
  ]);
});

it('gives nobody a desk that is being closed', async () => {
  const { session } = openPlace({ desk: 'own' });
  await session.desk();
  const changed = session.choose('demo');
  await moment();
  expect(await session.desk()).toMatchObject({ name: 'demo' });
  await changed;
});

it('opens the desk that was open again where another cannot be opened', async () => {
  const { session, refused, location } = openPlace({ desk: 'own' });
  refused.add('elsewhere');
  await expect(session.moveTo('elsewhere')).rejects.toThrow('elsewhere cannot be opened');
  expect(location()).toEqual({ desk: 'own', dataDir: null });
  expect(await session.desk()).toMatchObject({ dataDir: 'own' });
  expect(session.core()).toMatchObject({ place: 'own' });
});

it('closes what a change has opened, and changes nothing afterwards', async () => {
  const { session, happened } = openPlace({ desk: 'own' });
  const changed = session.choose('demo');
  await session.close();
  await changed;
  expect(happened).toEqual(['open own', 'close own', 'open demo', 'close demo']);
  await expect(session.choose('own')).rejects.toMatchObject({ code: 'conflict' });
  expect(() => session.core()).toThrow('No desk is open');
});
