import { describe, expect, it } from 'vitest';
import type { Finding } from '#domain/write-up.ts';
import { bearingOn } from './bearing.ts';

const finding = (id: string, kind: Finding['kind'], moments: string[] = []): Finding => ({
  id,
  kind,
  title: id,
  blocks: [],
  reasonable: [],
  ended: [],
  systems: [],
  evidence: [],
  moments,
});
const findings = [
  finding('hosts', 'contributor', ['wiped']),
  finding('snapshot', 'mitigator', ['copied']),
  finding('quick-stop', 'mitigator', ['wiped']),
];
const at = (id: string) => ({ type: 'finding', id, section: null });
const captures = [
  { kind: 'question', target: at('snapshot'), words: 'Who restores?' },
  { kind: 'question', target: at('wiped'), words: 'How do others know where they are?' },
  { kind: 'different-view', target: null, words: 'Marked prompts fade.' },
] as const;

describe('what bears on an idea', () => {
  it('is what shares a moment with the finding it answers', () => {
    const bearing = bearingOn({ findings }, captures, 'hosts');
    expect(bearing.finding?.id).toBe('hosts');
    expect(bearing.mitigators.map(({ id }) => id)).toEqual(['quick-stop']);
    expect(bearing.questions.map(({ words }) => words)).toEqual(['How do others know where they are?']);
    expect(bearing.differentViews).toHaveLength(1);
  });

  it('is a little of each kind before a finding is chosen', () => {
    const bearing = bearingOn({ findings }, captures, null);
    expect(bearing).toMatchObject({ finding: null, mitigators: [{ id: 'snapshot' }] });
    expect(bearing.questions).toHaveLength(2);
  });
});
