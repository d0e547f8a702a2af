import { describe, expect, it } from 'vitest';
import { readPastedChat } from './pasted-chat.ts';
import { placeMessages } from './place-messages.ts';

const read = (text: string) => readPastedChat(text.split('\n'), 1, 'plain');

describe('pasted Slack text', () => {
  it('reads "name [8:27 AM]" and "name  8:27 AM" lines', () => {
    const { messages } = read('ada [8:27 AM]\nhello\nagain\n\nBen Bo  8:33 AM\nhi');
    expect(messages.map(({ speaker, stated, text }) => [speaker, stated, text])).toEqual([
      ['ada', '8:27 AM', 'hello\nagain'],
      ['Ben Bo', '8:33 AM', 'hi'],
    ]);
  });
  it('finds no header inside code, nor in a nested quotation', () => {
    const { messages } = read('ada [8:27 AM]\n```\nben [8:28 AM]\n```\n>cy [8:29 AM]\nhm');
    expect(messages).toHaveLength(1);
    expect(messages[0]?.text).toBe('```\nben [8:28 AM]\n```\n>cy [8:29 AM]\nhm');
  });
  it('gives back what stands before the first header', () => {
    expect(read('a note\nada [8:27 AM]\nhi').before).toEqual(['a note']);
  });
  it('keeps "3 hours ago" as a place without a time', () => {
    expect(read('ada [3 hours ago]\nhi').messages[0]).toMatchObject({ clock: null, stated: '3 hours ago' });
  });
  it('goes into the next day where the clock falls back', () => {
    const { messages } = read('a  11:55 PM\nx\na  12:10 AM\ny');
    expect(placeMessages(messages, '2019-05-30', 'UTC')).toEqual([
      '2019-05-30T23:55:00.000Z',
      '2019-05-31T00:10:00.000Z',
    ]);
  });
});
