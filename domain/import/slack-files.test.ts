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
    const { channels: found, notRead } = read(people, channels, day, file('integration_logs.json', [{}]));
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
    expect(notRead).toEqual([
      'ops/2026-11-20.json, entry 5: it is not a message.',
      'integration_logs.json holds no messages; nothing of it comes in.',
    ]);
  });

  const textOf = (message: object, ...more: TextFile[]) => {
    const whole = { type: 'message', ts: '1763630000.000200', user: 'U1', ...message };
    const { channels: found, notRead } = read(
      people,
      channels,
      ...more,
      file('ops/2026-11-20.json', [whole]),
    );
    return { text: found[0]?.messages[0]?.text, notRead };
  };

  it('a program’s message keeps what stands in its attachments, beside a text or without one', () => {
    const attachments = [
      {
        fallback: 'lag is high on db-1, told shorter',
        pretext: 'Firing',
        title: 'lag is high',
        title_link: 'https://alerts.test/7',
        text: 'On *db-1* since <!date^1763630000^{time}|09:13>',
        fields: [
          { title: 'Severity', value: 'page', short: true },
          { title: 'Lag', value: 540 },
        ],
        footer: 'Alertmanager',
      },
    ];
    const said =
      'Firing\nlag is high (https://alerts.test/7)\nOn *db-1* since 09:13\nSeverity: page\nLag: 540\nAlertmanager';
    expect(textOf({ attachments })).toEqual({ text: said, notRead: [] });
    expect(textOf({ text: 'Look:', attachments }).text).toBe(`Look:\n${said}`);
    expect(textOf({ attachments: [{ fallback: 'only this' }] }).text).toBe('only this');
  });

  const typed = {
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_section',
        elements: [
          { type: 'text', text: 'see a < b, ' },
          { type: 'user', user_id: 'U2' },
          { type: 'text', text: ' at ' },
          { type: 'link', url: 'https://x.test/a', text: 'the log' },
          { type: 'emoji', name: 'eyes', skin_tone: 2 },
        ],
      },
      {
        type: 'rich_text_list',
        elements: [
          { type: 'rich_text_section', elements: [{ type: 'text', text: 'one', style: { bold: true } }] },
        ],
      },
    ],
  };

  it('a message that is blocks alone is read from them; one with both says nothing twice', () => {
    expect(textOf({ blocks: [typed] }).text).toBe(
      'see a < b, @Ben Bo at the log (https://x.test/a):eyes:\none',
    );
    const text = 'see a &lt; b, <@U2|ben> at <https://x.test/a|the log>:eyes::skin-tone-2:\n• *one*';
    expect(textOf({ text, blocks: [typed] }).text).toBe(
      'see a < b, @Ben Bo at the log (https://x.test/a):eyes::skin-tone-2:\n• *one*',
    );
  });

  it('blocks that say more than the text beside them are kept', () => {
    const blocks = [
      { type: 'header', text: { type: 'plain_text', text: 'Deploy finished' } },
      {
        type: 'section',
        text: { type: 'mrkdwn', text: 'by <@U1>' },
        fields: [{ type: 'mrkdwn', text: '*Build*\n#812' }],
      },
      { type: 'divider' },
      { type: 'image', image_url: 'https://x.test/p.png', alt_text: 'a graph' },
    ];
    expect(textOf({ text: 'Deploy finished', blocks }).text).toBe(
      'Deploy finished\nby @Ada\n*Build*\n#812\na graph',
    );
  });

  it('a message with one odd part comes without it, and it is said; one too long, or of nothing, is named', () => {
    const reactions = [{ name: 'eyes', count: '3' }];
    expect(textOf({ text: 'x', reactions }).notRead).toEqual([]);
    expect(textOf({ text: 'x', reactions: 'eyes' })).toEqual({
      text: 'x',
      notRead: [
        'ops/2026-11-20.json, entry 1 (2025-11-20 09:13 UTC): it comes without its reactions, which cannot be read.',
      ],
    });
    const fine = file('ops/2026-11-19.json', [{ type: 'message', ts: '1763540000.000200', text: 'y' }]);
    expect(textOf({ text: 'x'.repeat(200_001) }, fine).notRead).toEqual([
      expect.stringContaining('entry 1 (2025-11-20 09:13 UTC): its text is longer than 200,000'),
    ]);
    expect(textOf({ text: '' }, fine).notRead).toEqual([
      expect.stringContaining('nothing in it can be read'),
    ]);
  });

  it('what was never a message is named so often, then counted', () => {
    const { notRead } = read(
      file('ops/2026-11-20.json', [
        { type: 'message', ts: '1763630000.000200', text: 'x' },
        ...Array(30).fill(7),
      ]),
    );
    expect(notRead).toHaveLength(21);
    expect(notRead.at(-1)).toBe('ops/2026-11-20.json: the same, or alike, of 10 more entries.');
  });

  it('blocks in blocks without end harm nobody', () => {
    const deep = '['.repeat(5_000) + ']'.repeat(5_000);
    const text = `[{"type":"message","ts":"1.000001","text":"x","blocks":${deep}}]`;
    expect(read({ path: 'ops/2026-11-20.json', text }).channels[0]?.messages[0]?.text).toBe('x');
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
