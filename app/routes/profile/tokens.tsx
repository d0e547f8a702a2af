import '#app/components/made-token.css';
import { Form } from 'react-router';
import { CopyButton } from '#app/components/copy-button.tsx';
import { SelectField, TextField } from '#app/components/field.tsx';
import { Ruled } from '#app/components/page.tsx';
import { Refusal } from '#app/components/refusal.tsx';
import { When } from '#app/components/when.tsx';
import { TOKEN_KINDS, type TokenKind, type TokenScope } from '#domain/token-scopes.ts';

interface TokenShown {
  id: string;
  name: string;
  scopes: readonly TokenScope[];
  since: Date;
  lastUsed: Date | null;
  ends: Date;
}

const MAY: Record<TokenKind, string> = {
  read: 'Read what I may read',
  write: 'Read, and write in the write-ups I may write in',
  metrics: 'Read the server’s figures at /metrics, and nothing else',
};
const LASTS: readonly [days: string, words: string][] = [
  ['7', 'a week from now'],
  ['30', 'a month from now'],
  ['90', 'three months from now'],
  ['365', 'a year from now'],
];

const kindOf = (scopes: readonly TokenScope[]): TokenKind =>
  TOKEN_KINDS.find((kind) => kind !== 'read' && scopes.includes(kind)) ?? 'read';

/** Ways in for programs: the ones there are, each of which can be ended here, and a new one. */
export function Tokens({
  tokens,
  made,
  ...asking
}: {
  tokens: readonly TokenShown[];
  made: string | null;
  role: 'administrator' | 'member';
  problems: Readonly<Record<string, string>>;
  given: Readonly<Record<string, string>>;
}) {
  return (
    <section>
      <Ruled aside="A token does no more than you may do.">Tokens for programs</Ruled>
      {made && <Made words={made} />}
      {tokens.length > 0 && (
        <ul className="sign-ins">
          {tokens.map((token) => (
            <Token key={token.id} token={token} />
          ))}
        </ul>
      )}
      <NewToken {...asking} />
    </section>
  );
}

const Made = ({ words }: { words: string }) => (
  <div className="made-token" role="status">
    <p>This is your new token. It is shown this once, so copy it now.</p>
    <code>{words}</code>
    <CopyButton text={words} />
  </div>
);

const Token = ({ token }: { token: TokenShown }) => (
  <li>
    <div>
      <strong>{token.name}</strong>
      <p className="hint">
        {MAY[kindOf(token.scopes)]}. Made <When at={token.since} />,{' '}
        {token.lastUsed ? (
          <>
            last used <When at={token.lastUsed} />
          </>
        ) : (
          'never used'
        )}
        . Ends <When at={token.ends} as="day" />.
      </p>
    </div>
    <Form method="post">
      <input type="hidden" name="intent" value="end-token" />
      <input type="hidden" name="token" value={token.id} />
      <button type="submit" className="btn small" aria-label={`End the token “${token.name}”`}>
        End it
      </button>
    </Form>
  </li>
);

function NewToken({
  role,
  problems,
  given,
}: {
  role: 'administrator' | 'member';
  problems: Readonly<Record<string, string>>;
  given: Readonly<Record<string, string>>;
}) {
  const kinds = TOKEN_KINDS.filter((kind) => kind !== 'metrics' || role === 'administrator');
  return (
    <Form method="post" className="form profile-form">
      <input type="hidden" name="intent" value="make-token" />
      <TextField
        label="What is it for?"
        name="purpose"
        required
        maxLength={80}
        autoComplete="off"
        hint="So that you know it again, for instance “notes from the deploy bot”."
        defaultValue={given.purpose}
        refused={problems.purpose}
      />
      <fieldset className="field">
        <legend>What may it do?</legend>
        {kinds.map((kind) => (
          <label key={kind} className="tick">
            <input type="radio" name="may" value={kind} defaultChecked={kind === (given.may ?? 'read')} />
            <span>{MAY[kind]}</span>
          </label>
        ))}
        <Refusal sentence={problems.may} />
      </fieldset>
      <SelectField
        label="It ends"
        name="days"
        defaultValue={given.days ?? '90'}
        refused={problems.days}
        className="brief"
      >
        {LASTS.map(([days, words]) => (
          <option key={days} value={days}>
            {words}
          </option>
        ))}
      </SelectField>
      <Refusal sentence={problems.token} />
      <div className="acts">
        <button type="submit" className="btn">
          Make a token
        </button>
      </div>
    </Form>
  );
}
