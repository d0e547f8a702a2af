import type { Block, Finding, Inline, MomentKind, MomentTime, WriteUp } from '#domain/write-up.ts';
import type { ChatOf, ChatStretch } from './chat-stretch.ts';
import type { Found } from './find-target.ts';
import { begun } from './hindsight.ts';

/** One thing of the write-up, as far as a screen draws it. */
export type ScreenContent =
  | {
      type: 'moment';
      kind: MomentKind;
      time: MomentTime;
      blocks: readonly Block[];
      accounts: readonly Telling[];
    }
  | ({ type: 'finding' } & Pick<Finding, 'kind' | 'title' | 'blocks' | 'reasonable' | 'ended'>)
  | { type: 'section'; title: string; blocks: readonly Block[] }
  /** Null: not for everyone who looks at this. */
  | { type: 'chat'; stretches: readonly ChatStretch[] | null };

export interface Telling {
  teller: string;
  blocks: readonly Block[];
}

/** @param chat what was said around a moment; nothing where it is not to be shown */
export function drawn(found: Found, chat: ChatOf): ScreenContent {
  switch (found.type) {
    case 'moment': {
      const { kind, time, blocks, accounts } = found.moment;
      const tellings = accounts.map((one) => ({ teller: one.teller, blocks: plain(one.blocks) }));
      return { type: 'moment', kind, time: begun(time), blocks: plain(blocks), accounts: tellings };
    }
    case 'finding': {
      const { kind, title, blocks, reasonable, ended } = found.finding;
      return {
        type: 'finding',
        kind,
        title,
        blocks: plain(blocks),
        reasonable: plain(reasonable),
        ended: plain(ended),
      };
    }
    case 'section':
      return { type: 'section', title: found.section.title, blocks: plain(found.section.blocks) };
    case 'block':
      return { type: 'section', title: found.section.title, blocks: plain([found.block]) };
    case 'chat':
      return { type: 'chat', stretches: chat(found.moment.id) };
  }
}

/** Nothing on a screen can be pressed or pointed at: links keep their words, pointers go, blocks have no ids. */
const plain = (blocks: readonly Block[]): Block[] =>
  blocks.flatMap(bare).map((block) => ({ ...block, id: '' }));

function bare(block: Block): Block[] {
  switch (block.type) {
    case 'pointer':
      return [];
    case 'text':
      return [{ ...block, content: block.content.map(unlinked) }];
    case 'table':
      return [
        {
          ...block,
          rows: block.rows.map((row) =>
            row.map((cell) => ({ ...cell, content: cell.content.map(unlinked) })),
          ),
        },
      ];
    case 'evidence':
      return [{ ...block, message: '' }];
    default:
      return [block];
  }
}

const unlinked = ({ text, marks }: Inline): Inline => {
  const kept = marks?.filter(({ type }) => type !== 'link') ?? [];
  return kept.length > 0 ? { text, marks: kept } : { text };
};

/** What everyone reads in silence, each at their own place: the whole write-up in its order. */
export const wholeWriteUp = ({ sections, findings, moments }: WriteUp): ScreenContent[] =>
  [
    ...sections.map((section) => ({ type: 'section', section }) as const),
    ...findings.map((finding) => ({ type: 'finding', finding }) as const),
    ...moments.map((moment) => ({ type: 'moment', moment }) as const),
  ].map((found) => drawn(found, () => null));
