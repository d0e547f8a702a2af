import { Blocks } from '#app/components/writing/blocks.tsx';
import type { Block } from '#domain/write-up.ts';

/** The write-up's words on the stage, drawn by its own renderer. */
export const StageBlocks = ({ blocks, small = false }: { blocks: readonly Block[]; small?: boolean }) => (
  <div className={small ? 'prose stage-words small' : 'prose stage-words'}>
    <Blocks blocks={blocks} />
  </div>
);
