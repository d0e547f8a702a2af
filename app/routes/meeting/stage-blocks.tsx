import type { Block } from '#domain/write-up.ts';

/** The write-up's words on the stage. */
export const StageBlocks = ({ blocks, small = false }: { blocks: readonly Block[]; small?: boolean }) => (
  <div className={small ? 'stage-words small' : 'stage-words'}>
    {blocks.map((block) =>
      block.type === 'text' ? (
        <p key={block.id} id={`block-${block.id}`}>
          {block.content.map(({ text }) => text).join('')}
        </p>
      ) : null,
    )}
  </div>
);
