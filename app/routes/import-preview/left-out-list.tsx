import type { LeftOut } from '#domain/import/proposal.ts';
import type { Preview } from '#server/import/preview.ts';

/** Pictures and their places, and everything that goes nowhere, with its line. */
export function LeftOutList({ preview: { leftOut, pictures, notRead } }: { preview: Preview }) {
  const missing = pictures.filter(({ found }) => !found);
  const found = pictures.length - missing.length;
  if (leftOut.length + pictures.length + notRead.length === 0)
    return <p className="quietly nothing-left-out">Nothing is left out.</p>;
  return (
    <section className="left-out">
      {found > 0 && <p>{found === 1 ? 'One picture comes' : `${found} pictures come`} along.</p>}
      {missing.length + leftOut.length + notRead.length > 0 && <h2>Left out</h2>}
      <ul>
        {missing.map(({ path, line }) => (
          <li key={path}>
            Line {line}: the picture <code>{path}</code> is not among the files you chose. Its description
            stays.
          </li>
        ))}
        {leftOut.map((one, at) => (
          <OneLeftOut key={`${at}-${one.line}`} one={one} />
        ))}
        {notRead.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}

export const OneLeftOut = ({ one: { line, why, text } }: { one: LeftOut }) => (
  <li>
    Line {line}: {WHY[why]} <code>{text.slice(0, 400)}</code>
  </li>
);

const WHY: Record<LeftOut['why'], string> = {
  comment: 'a comment',
  html: 'raw HTML',
  'front-matter': 'the header before the text',
  'unused-link': 'a link nothing uses',
  'unsafe-link': 'a link’s target that cannot be opened from here; its words stay',
  'picture-elsewhere': 'a picture that is not fetched',
  'picture-in-words': 'a picture in a heading or table, where only words can stand; its description stays',
  'link-title': 'a link’s or picture’s hidden title',
  'title-link': 'where the title’s link leads; the title’s words stay',
  'code-language': 'the language of a piece of code',
};
