import { expect, it } from 'vitest';
import { asId, type StageId } from '#domain/ids.ts';
import { type Anchor, isSameAnchor, readAnchor, writtenAnchor } from './anchor.ts';

const AT: Anchor = {
  stage: asId<StageId>('stage-1'),
  target: { type: 'block', id: 'b', section: 's' },
  claim: 'It was stuck.',
};

it('[C1] [C2] what words are about waits with them in the tab, the claim as it then read', () => {
  expect(readAnchor(writtenAnchor(AT))).toEqual(AT);
  const alone = { ...AT, target: null };
  expect(readAnchor(writtenAnchor(alone))).toEqual(alone);
});

it('[C1] another stage is another place, also where neither shows anything', () => {
  expect(isSameAnchor(AT, { ...AT, claim: 'It was slow.' })).toBe(true);
  expect(isSameAnchor({ ...AT, target: null }, AT)).toBe(false);
  expect(isSameAnchor(AT, { ...AT, stage: asId<StageId>('stage-2') })).toBe(false);
});

it.each(['', '{', 'null', '7', '{"stage":"s","target":null}'])(
  'nothing was begun where the tab holds %j',
  (held) => expect(readAnchor(held)).toBeNull(),
);

it('a target of no known type is none', () => {
  expect(
    readAnchor('{"stage":null,"target":{"type":"page","id":"x","section":null},"claim":""}')?.target,
  ).toBeNull();
});
