import { Form } from 'react-router';
import { Ruled } from '#app/components/page.tsx';
import { SegChoice } from '#app/components/seg.tsx';
import type { NoticeKind, NoticeMail } from '#domain/notices/notice.ts';
import { NOTICE_KIND_WORDS } from '#domain/notices/notice-words.ts';
import type { NoticesPage } from '#server/notices/read-notices.ts';

const MAIL_WORDS: Record<NoticeMail, string> = {
  now: 'At once',
  daily: 'Once a day',
  never: 'Never',
};

/** What each kind is, where the words alone do not say it. */
const HINTS: Partial<Record<NoticeKind, string>> = {
  answer: 'In threads you began, and to what you signed during a soak.',
  meeting: 'The invitation itself comes by mail with its calendar file, whatever you choose here.',
  soak: 'Of reviews in which you are named, or were invited to a meeting.',
};

/** How each kind reaches me: in Soak, and by mail if I like. */
export const Choices = ({ page: { choices, hasMail } }: { page: NoticesPage }) => (
  <section>
    <Ruled aside="Only you see these choices.">What you are told of</Ruled>
    {!hasMail && (
      <p className="hint notices-mail">
        This Soak has no mail server, so nothing is sent for now. Your choice holds once it has one.
      </p>
    )}
    {choices.map(({ kind, choice }) => (
      <Form method="post" className="notice-choice" key={`${kind} ${choice.shown} ${choice.mail}`}>
        <input type="hidden" name="intent" value="choose" />
        <input type="hidden" name="kind" value={kind} />
        <div className="what">
          <h3>{NOTICE_KIND_WORDS[kind]}</h3>
          {HINTS[kind] && <p className="hint">{HINTS[kind]}</p>}
        </div>
        <label className="tick">
          <input type="checkbox" name="shown" defaultChecked={choice.shown} /> In Soak
        </label>
        <div className="by-mail">
          <span aria-hidden="true">By mail</span>
          <SegChoice
            label={`${NOTICE_KIND_WORDS[kind]}, by mail`}
            name="mail"
            chosen={choice.mail}
            options={mailsOf(kind).map((value) => ({ value, words: MAIL_WORDS[value] }))}
          />
        </div>
        <button type="submit" className="btn small" aria-label={`Keep: ${NOTICE_KIND_WORDS[kind]}`}>
          Keep
        </button>
      </Form>
    ))}
  </section>
);

/** An invitation has its own letter, at once. */
const mailsOf = (kind: NoticeKind): NoticeMail[] =>
  kind === 'meeting' ? ['daily', 'never'] : ['now', 'daily', 'never'];
