import { describe, expect, it, vi } from 'vitest';
import { chooseClient } from '../../src/cli/find-client.ts';
import { openTestDesk } from './jiwa.ts';

vi.setConfig({ testTimeout: 120_000 });

describe('clients on the command line', () => {
  it('are added, listed, shown and deleted', async () => {
    const { jiwa } = openTestDesk();
    const added = await jiwa([
      'client',
      'add',
      'Wayan Ardana',
      '-l',
      'id',
      '-f',
      'formal',
      '-a',
      'Pak Wayan',
      '--json',
    ]);
    expect(added.code).toBe(0);
    expect(added.json()).toMatchObject({
      name: 'Wayan Ardana',
      addressAs: 'Pak Wayan',
      language: 'id',
      formality: 'formal',
    });

    const list = await jiwa(['client', 'list', '--json']);
    expect(list.json() as unknown[]).toHaveLength(1);
    const words = await jiwa(['client', 'list']);
    expect(words.stdout).toContain('Wayan Ardana');

    const shown = await jiwa(['client', 'show', 'wayan', '--json']);
    expect(shown.json()).toMatchObject({ client: added.json(), conversations: [], messages: [] });
    expect((await jiwa(['client', 'show', 'WAYAN'])).stdout).toContain('No messages yet.');

    const deleted = await jiwa(['client', 'delete', 'Wayan Ardana', '--yes', '--json']);
    expect(deleted.code).toBe(0);
    expect(deleted.json()).toEqual({ deleted: added.json(), hasTracesLeft: false });
    expect((await jiwa(['client', 'list', '--json'])).json()).toEqual([]);
  });

  it('are not deleted where nobody can be asked and --yes is missing', async () => {
    const { jiwa } = openTestDesk();
    await jiwa(['client', 'add', 'Emily Carter', '-l', 'en']);
    const { code, stderr } = await jiwa(['client', 'delete', 'Emily']);
    expect(code).toBe(2);
    expect(stderr).toContain('--yes');
    expect((await jiwa(['client', 'list'])).stdout).toContain('Emily Carter');
  });

  it('that are not there end with 3, in words and as JSON', async () => {
    const { jiwa } = openTestDesk();
    const { code, stderr, json } = await jiwa(['memory', 'show', '--client', 'Nobody', '--json']);
    expect(code).toBe(3);
    expect(stderr).toContain('There is no client "Nobody"');
    expect(json()).toMatchObject({ error: { code: 'not_found' } });
  });
});

describe('chooseClient', () => {
  const clients = [
    { id: '1', name: 'Giulia' },
    { id: '2', name: 'Giulia Neri' },
    { id: '3', name: 'José Núñez' },
    { id: '4', name: 'Made' },
    { id: '5', name: 'made' },
  ];
  const choose = (wanted: string) => chooseClient(clients, wanted).id;

  it('takes an exact name before a beginning', () => {
    expect(choose('Giulia')).toBe('1');
    expect(choose('giulia')).toBe('1');
    expect(choose('made')).toBe('5');
  });

  it('takes a beginning that fits one only, letter case and accents aside', () => {
    expect(choose('giulia n')).toBe('2');
    expect(choose('jose')).toBe('3');
  });

  it('takes an id', () => {
    expect(choose('4')).toBe('4');
  });

  it('lists the candidates where several fit', () => {
    expect(() => choose('Giu')).toThrow(/fits 2 clients[\s\S]*Giulia {2}1[\s\S]*Giulia Neri {2}2/);
    expect(() => choose('MADE')).toThrow(/fits 2 clients/);
  });

  it('takes nobody for nothing', () => {
    expect(() => choose('  ')).toThrow(/no client/);
  });
});
