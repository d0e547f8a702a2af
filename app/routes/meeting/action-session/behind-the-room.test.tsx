// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { anIdea, aScreen, type Shown } from './testing.tsx';

beforeEach(() => sessionStorage.clear());

const NONE = /No idea had been sealed|There is no idea to decide on|There was no idea/;

test.each(['open-ideas', 'group', 'decide', 'outcome'] as const)(
  '[C8] [S9] until the ideas have come to a screen it does not say that there are none: %s',
  async (step) => {
    const { show, words, body } = await aScreen({ step, session: { ideas: 2 }, board: null });
    for (const board of [null, {}]) {
      await show({ step, session: { ideas: 2 }, board });
      expect(words()).toContain('One moment.');
      expect(words()).not.toMatch(NONE);
      expect(body.querySelector('[name=ending]')).toBeNull();
    }
    await show({ step, session: { ideas: 2 }, board: { ideas: [anIdea(), anIdea({ id: 'idea-2' })] } });
    expect(words()).toContain('Restore last night’s copy');
    expect(words()).not.toContain('One moment.');
  },
);

test('[C8] where the room has none, it says so', async () => {
  const { show, words } = await aScreen({ step: 'open-ideas', session: { ideas: 0 } });
  expect(words()).toContain('No idea had been sealed.');
  await show({ step: 'decide', session: { ideas: 0 } });
  expect(words()).toContain('There is no idea to decide on.');
});

test('[S10] nothing is written down upon an older list; the reason begun stays in its field', async () => {
  const ideas = [anIdea({ decision: 'no', reason: 'It is there' })];
  const now = { step: 'outcome', session: { ideas: 1, decided: 1 }, board: { ideas } } as const;
  const { show, pick, press, write, field, sent, words } = await aScreen(now);
  await pick(/^Nothing to do/);
  await write('The reason', 'Caught in seconds');
  await show({ ...now, session: { ideas: 1, decided: 0 } });
  expect(words()).toContain('One moment.');
  await press('Write it down');
  expect(sent).toEqual([]);
  expect(field('The reason').value).toBe('Caught in seconds');
  await show(now);
  await press('Write it down');
  await press('Write it down');
  expect(sent).toEqual([{ command: 'conclude', outcome: 'nothing-to-do', reason: 'Caught in seconds' }]);
});

test('[S10] a reason somebody was writing while another wrote the ending down is still theirs', async () => {
  const now = { step: 'outcome', session: { ideas: 0 } } as const;
  const { show, pick, write, words } = await aScreen(now);
  await pick(/^Nothing to do/);
  await write('The reason', 'Half of mine');
  await show({
    step: 'outcome',
    session: { ideas: 0, outcome: 'nothing-to-do' },
    board: { outcome: { kind: 'nothing-to-do', reason: 'Hers' } },
  });
  expect(words()).toMatch(/Hers.*Somebody else wrote the ending down.*Half of mine/);
});

test('[S9] the way on is there where the open idea is one with another or not on this screen yet', async () => {
  const ideas = [anIdea({ merged: [{ id: 'idea-2', words: 'The same', by: null }] })];
  const { show, body, words } = await aScreen({
    step: 'decide',
    session: { openIdea: 'idea-2' },
    board: { ideas },
  });
  expect(body.querySelector('.it.open')?.textContent).toContain('Restore last night’s copy');
  await show({ step: 'decide', session: { openIdea: 'idea-3' }, board: { ideas } });
  expect(words()).toContain('Open the next idea');
});

test('[C1] an idea added by an impatient second press is one; what is typed on meanwhile stays', async () => {
  const now: Shown = { step: 'decide', board: { ideas: [anIdea()] } };
  const { show, write, press, sent, answer, field, words } = await aScreen(now);
  const label = 'An idea that comes up now';
  await write(label, 'Say which host');
  await press('Add it');
  await press('Add it');
  expect(sent).toEqual([{ command: 'add-idea', words: 'Say which host' }]);
  await write(label, 'Say which host it is');
  await answer();
  expect(field(label).value).toBe('Say which host it is');
  await press('Add it');
  await answer();
  expect(field(label).value).toBe('');
  // half typed, it stays in sight while the group goes on, and once nothing can be added
  await write(label, 'And the');
  await show({ ...now, step: 'group' });
  expect(field(label).value).toBe('And the');
  await show({
    step: 'outcome',
    session: { ideas: 0, outcome: 'nothing-to-do' },
    board: { outcome: { kind: 'nothing-to-do', reason: 'x' } },
  });
  expect(words()).toContain('And the');
});
