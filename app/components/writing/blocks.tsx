import type {
  Block,
  EvidenceBlock,
  PictureBlock,
  PointerBlock,
  TableBlock,
  TextBlock,
} from '#domain/write-up.ts';
import { CommentOnPart } from '../comments/comment-on-part.tsx';
import { groupBlocks, type Piece } from './group-blocks.ts';
import { Inlines } from './inlines.tsx';
import { Quotation } from './quotation.tsx';
import { entryAddress, messageAddress, pictureAddress, useWritingFacts } from './surroundings.tsx';

/** Words of a write-up as a page, complete without JavaScript: real headings, lists, quotations and tables. */
export const Blocks = ({ blocks }: { blocks: readonly Block[] }) => <Pieces pieces={groupBlocks(blocks)} />;

const Pieces = ({ pieces }: { pieces: readonly Piece[] }) =>
  pieces.map((piece, at) => <OnePiece key={at} piece={piece} />);

function OnePiece({ piece }: { piece: Piece }) {
  switch (piece.type) {
    case 'block':
      return <OneBlock block={piece.block} />;
    case 'quotation':
      return (
        <blockquote className="quoted">
          <Pieces pieces={piece.pieces} />
        </blockquote>
      );
    case 'list':
      return <List piece={piece} />;
    case 'pointers':
      return <Pointers piece={piece} />;
  }
}

function List({ piece }: { piece: Extract<Piece, { type: 'list' }> }) {
  const Tag = piece.ordered ? 'ol' : 'ul';
  return (
    <Tag>
      {piece.items.map(({ block, within }, at) => (
        <li key={block.id || at} id={anchor(block)} value={block.number} data-words={block.id || undefined}>
          <Inlines runs={block.content} words={block.id} />
          <Pieces pieces={within} />
        </li>
      ))}
    </Tag>
  );
}

function OneBlock({ block }: { block: Block }) {
  switch (block.type) {
    case 'text':
      return <Text block={block} />;
    case 'table':
      return <Table block={block} />;
    case 'picture':
      return <Picture block={block} />;
    case 'evidence':
      return <Evidence block={block} />;
    case 'pointer':
      return <Pointers piece={{ to: block.to, blocks: [block] }} />;
    case 'rule':
      return <hr id={anchor(block)} />;
  }
}

function Text({ block }: { block: TextBlock }) {
  const { kind, level, content } = block;
  if (content.length === 0) return null;
  if (kind === 'code')
    return (
      <pre id={anchor(block)} data-words={block.id || undefined}>
        <code>
          <Inlines runs={[{ text: content.map((run) => run.text).join('') }]} words={block.id} />
        </code>
      </pre>
    );
  const Tag = kind === 'heading' ? (`h${level + 2}` as 'h3' | 'h4' | 'h5') : 'p';
  return (
    <Tag id={anchor(block)} data-words={block.id || undefined} data-indent={block.indent || undefined}>
      <Inlines runs={content} words={block.id} />
    </Tag>
  );
}

const Table = ({ block }: { block: TableBlock }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the page is scrolled by keyboard too
  // biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls
  <div className="table-scroll" role="group" tabIndex={0} aria-label="Table" id={anchor(block)}>
    <table>
      <tbody>
        {block.rows.map((row, at) => (
          <tr key={at}>
            {row.map((cell, column) => {
              const Tag = cell.header ? 'th' : 'td';
              return (
                <Tag
                  key={column}
                  data-words={block.id && `${block.id}/${at}/${column}`}
                  scope={cell.header ? (at === 0 ? 'col' : 'row') : undefined}
                >
                  <Inlines runs={cell.content} words={`${block.id}/${at}/${column}`} />
                </Tag>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

function Picture({ block }: { block: PictureBlock }) {
  const { review, pictures } = useWritingFacts();
  return (
    <figure className="picture" id={anchor(block)}>
      <img src={pictureAddress(review, block.upload, pictures)} alt={block.alt} loading="lazy" />
      {block.alt !== '' && <figcaption>{block.alt}</figcaption>}
      <CommentOnPart on={{ about: 'picture', target: block.id }} name={block.alt || 'this picture'} />
    </figure>
  );
}

function Evidence({ block }: { block: EvidenceBlock }) {
  const { review, messages } = useWritingFacts();
  const message = messages[block.message];
  return (
    <div id={anchor(block)}>
      <Quotation
        message={
          message ?? { id: block.message, speaker: block.speaker, source: '', at: block.at, text: block.text }
        }
        href={message ? messageAddress(review, block.message) : null}
      />
    </div>
  );
}

const POINTS_TO = { moment: 'On the timeline', finding: 'Among the findings', evidence: 'In the evidence' };

/** Where several lead to one place, that is said once, each with its own link. */
function Pointers({ piece: { to, blocks } }: { piece: { to: PointerBlock['to']; blocks: PointerBlock[] } }) {
  const facts = useWritingFacts();
  const nameOf = ({ target }: PointerBlock) => {
    if (to !== 'evidence') return facts.names[target];
    const message = facts.messages[target];
    return message && (message.text.slice(0, 80) || message.source);
  };
  const there = blocks.filter((block) => nameOf(block) !== undefined);
  const link = (block: PointerBlock) => (
    <a
      className="link"
      href={
        to === 'evidence' ? messageAddress(facts.review, block.target) : entryAddress(facts, to, block.target)
      }
    >
      {nameOf(block) || 'not written yet'}
    </a>
  );
  const [first, ...more] = there;
  if (!first) return null;
  if (more.length === 0)
    return (
      <p className="pointer" id={anchor(first)}>
        <span className="to">{POINTS_TO[to]}</span> {link(first)}
      </p>
    );
  return (
    <div className="pointer">
      <p className="to">{POINTS_TO[to]}</p>
      <ul>
        {there.map((block) => (
          <li key={block.id} id={anchor(block)}>
            {link(block)}
          </li>
        ))}
      </ul>
    </div>
  );
}

const anchor = (block: Block): string | undefined => (block.id === '' ? undefined : `block-${block.id}`);
