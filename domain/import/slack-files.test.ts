import { describe, expect, it } from 'vitest';
import { isRefused } from '#domain/refused.ts';
import { silencesBefore, silenceWords } from './silences.ts';
import { readSlackFiles, type TextFile } from './slack-files.ts';

const file = (path: string, value: unknown): TextFile => ({ path, text: JSON.stringify(value) });
const people = file('users.json', [
  { id: 'U1', name: 'ada', profile: { display_name: 'Ada', real_name: 'Ada L' } },
  { id: 'U2', name: 'ben', real_name: 'Ben Bo' },
]);
const channels = file('channels.json', [{ id: 'C1', name: 'ops' }]);

const read = (...files: TextFile[]) => {
  const result = readSlackFiles(files);
  if (isRefused(result)) throw new Error(result.refused);
  return result;
};

describe("a Slack export, in Slack's own shape", () => {
  const day = file('ops/2026-11-20.json', [
    {
      type: 'message',
      user: 'U2',
      ts: '1763630000.000200',
      text: 'see <https://x.test/a|the log> &amp; <@U1>',
    },
    {
      type: 'message',
      subtype: 'channel_join',
      user: 'U1',
      ts: '1763629000.000100',
      text: '<@U1> has joined the channel',
    },
    { type: 'message', subtype: 'bot_message', username: 'pager', ts: '1763630001.000000', text: 'lag 9m' },
    {
      type: 'message',
      user: 'U1',
      ts: '1763630002.000000',
      thread_ts: '1763630000.000200',
      text: 'ok',
      edited: { user: 'U1', ts: '1763630050.000000' },
      reactions: [{ name: 'eyes', users: ['U2'], count: 1 }],
      files: [{ name: 'graph.png', url_private: 'https://files.example/x' }],
    },
    'not a message',
  ]);

  it('gives messages in time order with names, threads, edits, reactions, joins, bots, file names', () => {
    const { channels: found, notRead } = read(people, channels, day);
    expect(found.map(({ key, name }) => [key, name])).toEqual([['C1', 'ops']]);
    expect(found[0]?.messages.map(({ speaker, kind, text }) => [speaker, kind, text])).toEqual([
      ['Ada', 'join', '@Ada has joined the channel'],
      ['Ben Bo', 'message', 'see the log (https://x.test/a) & @Ada'],
      ['pager', 'bot', 'lag 9m'],
      ['Ada', 'message', 'ok'],
    ]);
    expect(found[0]?.messages[1]?.extras.raw).toBe('see <https://x.test/a|the log> &amp; <@U1>');
    expect(found[0]?.messages[3]).toMatchObject({
      thread: '1763630000.000200',
      extras: {
        edited: '2025-11-20T09:14:10.000Z',
        reactions: [{ name: 'eyes', count: 1 }],
        files: ['graph.png'],
      },
    });
    expect(notRead).toEqual(['ops/2026-11-20.json: 1 entries are not messages.']);
  });

  it('is refused in a sentence when it holds no messages', () => {
    expect(readSlackFiles([people])).toMatchObject({ refused: expect.stringContaining('No messages') });
  });

  it.each([
    ['__proto__', '{"__proto__": {"x": 1}}'],
    ['not JSON', '{'],
    ['a hundred thousand deep', '['.repeat(100_000)],
  ])('%s harms nobody', (_, text) => {
    expect(isRefused(readSlackFiles([{ path: 'ops/2026-11-20.json', text }]))).toBe(true);
  });

  it('[bad input 29] an id from somebody else, an owner, a role in the JSON mean nothing', () => {
    const claim = {
      type: 'message',
      ts: '1.000001',
      text: 'x',
      id: 'other',
      owner: 'U9',
      role: 'administrator',
    };
    const [message] = read(file('ops/2026-11-20.json', [claim])).channels[0]?.messages ?? [];
    expect(JSON.stringify(message)).not.toMatch(/other|U9|administrator/);
  });
});

describe('silences', () => {
  it('a pause of a quarter of an hour is named', () => {
    const at = (minutes: number) => new Date(minutes * 60_000);
    expect(silencesBefore([at(0), at(14), null, at(61)])).toEqual([0, 0, 0, 47 * 60_000]);
    expect(silenceWords(47 * 60_000)).toBe('Nothing for 47 minutes');
    expect(silenceWords(3 * 3_600_000)).toBe('Nothing for 3 hours');
  });
});
