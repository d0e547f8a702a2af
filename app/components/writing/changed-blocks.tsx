import { type BlockFace, type ChangedBlock, isChangedBlock } from '#domain/history/changes.ts';
import { Changed, type Names, namesOf, Runs, Who } from './changed-run.tsx';

/** A place's blocks; those far from any change are counted, not shown. */
export function ChangedBlocks({ blocks, names }: { blocks: readonly ChangedBlock[]; names: Names }) {
  return (
    <div className="prose changes">
      {folded(blocks).map((piece, at) =>
        typeof piece === 'number' ? (
          <p key={at} className="unchanged">
            {piece === 1 ? 'One paragraph as it was' : `${piece} paragraphs as they were`}
          </p>
        ) : (
          <Block key={at} block={piece} names={names} />
        ),
      )}
    </div>
  );
}

function folded(blocks: readonly ChangedBlock[]): (ChangedBlock | number)[] {
  const near = (at: number) =>
    [at - 1, at, at + 1].some((place) => blocks[place] !== undefined && isChangedBlock(blocks[place]));
  const pieces: (ChangedBlock | number)[] = [];
  for (const [at, block] of blocks.entries()) {
    const last = pieces.at(-1);
    if (near(at)) pieces.push(block);
    else if (typeof last === 'number') pieces[pieces.length - 1] = last + 1;
    else pieces.push(1);
  }
  return pieces;
}

function Block({ block, names }: { block: ChangedBlock; names: Names }) {
  const { op, face, was, by, runs } = block;
  const note = [WORDS[face.kind], was && `was ${WORDS[was.kind] || 'a paragraph'}`]
    .filter(Boolean)
    .join(', ');
  const isSplit = op !== 'same' && runs.every((run) => run.op === 'same');
  return (
    <p data-kind={face.kind} data-indent={face.indent || undefined}>
      {note !== '' && <span className="block-note">{note} </span>}
      {isSplit && (
        <>
          <Changed op={op}>¶</Changed>
          <Who by={namesOf(by, names)} />{' '}
        </>
      )}
      <Runs runs={runs} names={names} />
    </p>
  );
}

/** What a block is, where that is not seen by its words. */
const WORDS: Record<BlockFace['kind'], string> = {
  paragraph: '',
  heading: 'Heading',
  quote: 'Quotation',
  bullet: 'List',
  numbered: 'Numbered list',
  code: 'Code',
  cell: 'Table cell',
  picture: 'Picture',
  evidence: 'Quoted message',
  pointer: 'Link to another part',
  rule: 'Line',
};
