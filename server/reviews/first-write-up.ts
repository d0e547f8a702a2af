import type { WriteUp } from '#domain/write-up.ts';
import type { App } from '../app.ts';

/** An empty write-up with one section to begin in. This is not a template: sections are added, renamed and left out freely. */
export function firstWriteUp(app: Pick<App, 'random'>, title: string): WriteUp {
  const block = () => ({
    type: 'text' as const,
    id: app.random.uuid(),
    kind: 'paragraph' as const,
    level: 1,
    indent: 0,
    content: [],
  });
  return {
    title,
    standfirst: '',
    sections: [{ id: app.random.uuid(), title: 'What happened', blocks: [block()] }],
    findings: [],
    moments: [],
  };
}
