// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { createRoot } from 'react-dom/client';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { hasUnsentWords } from '#collab/client/kept-words.ts';
import { keepLeft } from '#collab/client/left-words.ts';
import { useBeforeWiping } from './before-wiping.tsx';
import { writeTabWords } from './tab-words.ts';

const PERSON = 'priya';

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

function Leaving({ leave }: { leave: () => Promise<boolean> }) {
  const { begin, question } = useBeforeWiping(PERSON, {
    deed: 'leaving',
    anyway: 'Leave all the same',
    leave,
  });
  return (
    <>
      <button type="button" onClick={begin}>
        Leave
      </button>
      {question}
    </>
  );
}

async function shown(leave: () => Promise<boolean>) {
  const body = document.body.appendChild(document.createElement('div'));
  const root = createRoot(body);
  const router = createMemoryRouter([{ path: '*', element: <Leaving leave={leave} /> }]);
  root.render(<RouterProvider router={router} />);
  onTestFinished(() => root.unmount());
  await vi.waitFor(() => expect(body.querySelector('button')).not.toBeNull());
  const press = (words: string) =>
    [...body.querySelectorAll('button')].find((one) => one.textContent === words)?.click();
  return { body, press, isAsking: () => body.querySelector('dialog')?.open };
}

const aWord = {
  kind: 'lost',
  place: 'section:s',
  block: 'a',
  afterBlock: '',
  before: '',
  after: '',
} as const;
const keepOne = () =>
  keepLeft(PERSON, [{ ...aWord, words: 'In the tunnel.' }], {
    from: 'write-up:gone:1',
    sitting: '',
    why: 'closed',
  });

test('[D7] words that are in this browser alone are shown, to be copied, before anything wipes them', async () => {
  keepOne();
  const leave = vi.fn(async () => true);
  const { body, press, isAsking } = await shown(leave);
  press('Leave');
  await vi.waitFor(() => expect(body.querySelector('blockquote')?.textContent).toBe('In the tunnel.'), 8_000);
  expect(isAsking()).toBe(true);
  expect(body.textContent).toContain('Copy “In the tunnel.”');
  expect(body.querySelector('a')?.getAttribute('href')).toBe('/reviews/gone');
  expect(leave).not.toHaveBeenCalled();
  press('Leave all the same');
  await vi.waitFor(() => expect(hasUnsentWords(PERSON)).toBe(false));
});

test('[D7] what could not be done wipes nothing; where nothing would be lost, nothing is asked', async () => {
  keepOne();
  const inVain = vi.fn(async () => false);
  const refused = await shown(inVain);
  refused.press('Leave');
  await vi.waitFor(() => expect(refused.isAsking()).toBe(true));
  refused.press('Leave all the same');
  await vi.waitFor(() => expect(refused.isAsking()).toBe(false));
  expect(inVain).toHaveBeenCalledOnce();
  expect(hasUnsentWords(PERSON)).toBe(true);
  localStorage.clear();
  const leave = vi.fn(async () => true);
  const other = await shown(leave);
  other.press('Leave');
  expect(leave).toHaveBeenCalledOnce();
  expect(other.isAsking()).toBe(false);
});

test('[D7] words begun in this tab are asked about and go too, a comment’s as those of a room; another person’s stay', async () => {
  writeTabWords(`soak.comment:${PERSON}:r:begin`, 'Who was paged first?');
  sessionStorage.setItem(
    `soak.box:${PERSON}:s`,
    JSON.stringify({ put: [{ id: 'p', words: 'x' }], draft: '' }),
  );
  writeTabWords('soak.comment:amir:r:begin', 'His own.');
  const leave = vi.fn(async () => true);
  const { body, press, isAsking } = await shown(leave);
  press('Leave');
  await vi.waitFor(() => expect(isAsking()).toBe(true));
  expect([...body.querySelectorAll('blockquote')].map((one) => one.textContent)).toEqual([
    'Who was paged first?',
  ]);
  expect(leave).not.toHaveBeenCalled();
  press('Leave all the same');
  await vi.waitFor(() => expect(Object.keys(sessionStorage)).toEqual(['soak.comment:amir:r:begin']));
});
