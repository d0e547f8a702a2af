import { Fragment, type ReactNode } from 'react';
import { safeHref } from '#domain/safe-href.ts';
import type { Inline, Mark } from '#domain/write-up.ts';
import { useCommented } from './commented.tsx';
import { markRuns } from './mark-runs.ts';

/** Runs of text with their marks. Nothing in them is ever markup. `words` is the key of the block whose words they are. */
export const Inlines = ({ runs, words = '' }: { runs: readonly Inline[]; words?: string }) =>
  markRuns(runs, useCommented(words)).map(({ run, threads }, at) => (
    // Runs have no identity of their own; their order is all there is.
    <Fragment key={`${at} ${run.text.length}`}>
      <MaybeCommented threads={threads}>{marked(lines(run.text), run.marks ?? [])}</MaybeCommented>
    </Fragment>
  ));

const MaybeCommented = ({ threads, children }: { threads: readonly string[]; children: ReactNode }) =>
  threads.length === 0 ? (
    children
  ) : (
    <mark className="commented" data-thread={threads.join(' ')}>
      {children}
    </mark>
  );

const lines = (text: string): ReactNode =>
  text.includes('\n')
    ? text.split('\n').flatMap((line, at) => (at === 0 ? [line] : [<br key={`${at} ${line}`} />, line]))
    : text;

const marked = (words: ReactNode, marks: readonly Mark[]): ReactNode =>
  marks.toReversed().reduce<ReactNode>((inner, mark) => wrapped(inner, mark), words);

function wrapped(inner: ReactNode, mark: Mark): ReactNode {
  switch (mark.type) {
    case 'bold':
      return <strong>{inner}</strong>;
    case 'italic':
      return <em>{inner}</em>;
    case 'strike':
      return <s>{inner}</s>;
    case 'code':
      return <code>{inner}</code>;
    case 'link': {
      const href = safeHref(mark.href);
      return href === null ? (
        inner
      ) : (
        <a className="link" href={href} rel="noopener noreferrer nofollow">
          {inner}
        </a>
      );
    }
  }
}
