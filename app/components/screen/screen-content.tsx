import type { ScreenContent, Telling } from '#domain/meeting/screen.ts';
import { ChatStretches } from '../chat-stretches.tsx';
import { FindingKindLabel } from '../finding-mark.tsx';
import { MomentKindLabel } from '../moment-mark.tsx';
import { Blocks } from '../writing/blocks.tsx';
import { momentTimeWords } from '../writing/moment-words.ts';

/** The spotlit thing, large. @param title the stage's own, which need not be said twice */
export const ScreenContents = ({
  contents,
  title,
  zone,
}: {
  contents: readonly ScreenContent[];
  title: string;
  zone: string;
}) =>
  contents.map((one, at) => (
    <section key={`${at} ${one.type}`} className="screen-thing">
      <Content one={one} title={title} zone={zone} />
    </section>
  ));

function Content({ one, title, zone }: { one: ScreenContent; title: string; zone: string }) {
  switch (one.type) {
    case 'moment':
      return (
        <>
          <MomentKindLabel kind={one.kind}>
            {one.time.certainty === 'order-only'
              ? 'time not known, order is'
              : momentTimeWords(one.time, zone)}
          </MomentKindLabel>
          <div className="screen-say">
            <Blocks blocks={one.blocks} />
          </div>
          <Tellings tellings={one.accounts} />
        </>
      );
    case 'finding':
      return (
        <>
          <FindingKindLabel kind={one.kind} />
          {one.title !== title && <h2>{one.title}</h2>}
          {one.kind === 'red-herring' ? (
            <dl className="screen-three">
              <dt>What it was</dt>
              <dd>
                <Blocks blocks={one.blocks} />
              </dd>
              <dt>What made it reasonable</dt>
              <dd>
                <Blocks blocks={one.reasonable} />
              </dd>
              <dt>What ended it</dt>
              <dd>
                <Blocks blocks={one.ended} />
              </dd>
            </dl>
          ) : (
            <div className="screen-words">
              <Blocks blocks={one.blocks} />
            </div>
          )}
        </>
      );
    case 'chat':
      return <ChatStretches stretches={one.stretches} zone={zone} />;
    case 'section':
      return (
        <>
          {one.title !== title && <h2>{one.title}</h2>}
          <div className="screen-words">
            <Blocks blocks={one.blocks} />
          </div>
        </>
      );
  }
}

/** Accounts of one moment, equal and side by side. */
const Tellings = ({ tellings }: { tellings: readonly Telling[] }) =>
  tellings.length > 0 && (
    <div className="screen-tells">
      {tellings.map(({ teller, blocks }) => (
        <div key={teller}>
          <h2>{teller}</h2>
          <Blocks blocks={blocks} />
        </div>
      ))}
    </div>
  );
