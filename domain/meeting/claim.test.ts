import { describe, expect, it } from 'vitest';
import type { Section, TextBlock } from '#domain/write-up.ts';
import { claimOf } from './claim.ts';

const text = (words: string, kind: TextBlock['kind'] = 'paragraph'): TextBlock => ({
  type: 'text',
  id: words,
  kind,
  level: 1,
  indent: 0,
  content: [{ text: words }],
});
const claimIn = (...blocks: Section['blocks']) =>
  claimOf({ type: 'section', section: { id: 's', title: 'An errand in the afternoon', blocks } });

describe('[C2] what a different view of a part stands against', () => {
  it('is how the part begins, and no heading', () => {
    const told = text('At 17:20 the copy was started. It printed nothing. Nobody found that odd.');
    expect(claimIn(text('Afternoon', 'heading'), text('  '), told)).toBe(
      'At 17:20 the copy was started. It printed nothing.',
    );
  });

  it('is its title where it has no words yet', () => {
    expect(claimIn()).toBe('An errand in the afternoon');
    expect(claimIn(text('Later', 'heading'))).toBe('An errand in the afternoon');
  });

  it('is cut between two words where it never comes to an end', () => {
    const claim = claimIn(text('still waiting '.repeat(60)));
    expect(claim.length).toBeLessThanOrEqual(301);
    expect(claim).toMatch(/(still|waiting)…$/);
  });
});
