import { expect, test } from 'vitest';
import { createClient, forgetClient, selectClient } from '../../../src/renderer/chat/clients-actions.ts';
import { chooseAuthor, submit, type } from '../../../src/renderer/chat/composer-actions.ts';
import { stopReply } from '../../../src/renderer/chat/reply-actions.ts';
import { clientNamed, startedDesk } from '../desk-fixture.ts';

type Started = Awaited<ReturnType<typeof startedDesk>>;

const textsOf = ({ desk }: Started) =>
  desk.composer.getState().texts[desk.timeline.getState().clientId ?? ''];

function write(started: Started, text: string): void {
  const { author } = started.desk.composer.getState();
  type(started.desk, started.desk.timeline.getState().clientId ?? '', author, text);
}

test('the message of the client is shown with the reply that begins, and the composer is emptied', async () => {
  const started = await startedDesk();
  write(started, 'Quanto tempo ci vuole?');
  await submit(started.desk);
  const messages = Object.values(started.desk.timeline.getState().messages);
  const question = messages.find(({ text }) => text === 'Quanto tempo ci vuole?');
  const reply = messages.find((message) => message.author === 'desk' && message.repliesTo === question?.id);
  expect(reply).toMatchObject({ state: 'streaming' });
  expect(textsOf(started)).toEqual({ client: '', desk: '' });
  stopReply(started.desk, reply?.id ?? '');
});

test('what the consultant writes alone is shown as sent', async () => {
  const started = await startedDesk();
  chooseAuthor(started.desk, 'desk');
  write(started, 'Buongiorno Mario');
  await submit(started.desk);
  const own = Object.values(started.desk.timeline.getState().messages).find(
    ({ text }) => text === 'Buongiorno Mario',
  );
  expect(own).toMatchObject({ author: 'desk', source: 'consultant', state: 'sent' });
});

test('a refused message stays in the composer', async () => {
  const started = await startedDesk();
  write(started, 'Ciao');
  started.bridge.refuseNext('message:receive', 'internal');
  await submit(started.desk);
  expect(textsOf(started)).toEqual({ client: 'Ciao', desk: '' });
  expect(started.told).toMatchObject([{ kind: 'error' }]);
});

test('blanks alone are not sent', async () => {
  const started = await startedDesk();
  write(started, '  \n ');
  await submit(started.desk);
  expect(started.bridge.asked.some(({ name }) => name === 'message:receive')).toBe(false);
});

test('two quick presses send once', async () => {
  const started = await startedDesk();
  chooseAuthor(started.desk, 'desk');
  write(started, 'Ciao');
  await Promise.all([submit(started.desk), submit(started.desk)]);
  expect(started.bridge.asked.filter(({ name }) => name === 'message:write')).toHaveLength(1);
});

test('unsent text is kept when another client is opened, and is there on coming back', async () => {
  const started = await startedDesk();
  const { desk, bridge } = started;
  const mario = clientNamed(desk, 'Mario Rinaldi').id;
  write(started, 'non ancora inviato');
  await selectClient(desk, clientNamed(desk, 'Wayan Ardana').id);
  expect(bridge.asked.find(({ name }) => name === 'composer:save')?.input).toEqual({
    clientId: mario,
    author: 'client',
    text: 'non ancora inviato',
  });
  await selectClient(desk, mario);
  expect(textsOf(started)?.client).toBe('non ancora inviato');
});

test('a new client is opened at once', async () => {
  const { desk } = await startedDesk();
  const profile = { name: 'Putu Sari', addressAs: null, language: 'id', formality: 'informal' } as const;
  expect(await createClient(desk, profile)).toBe(true);
  expect(desk.clients.getState().selectedId).toBe(clientNamed(desk, 'Putu Sari').id);
  expect(desk.timeline.getState().items).toEqual([]);
});

test('of a forgotten client nothing stays on the screen, and the others do', async () => {
  const started = await startedDesk();
  const { desk, told } = started;
  write(started, 'mai inviato');
  const mario = clientNamed(desk, 'Mario Rinaldi');
  await forgetClient(desk, mario);
  expect(desk.clients.getState().rows.map(({ name }) => name)).toEqual(['Wayan Ardana', 'Emily Carter']);
  expect(desk.composer.getState().texts[mario.id]).toBeUndefined();
  expect(desk.timeline.getState().clientId).not.toBe(mario.id);
  expect(told).toEqual([{ kind: 'done', what: 'client_forgotten' }]);
});
