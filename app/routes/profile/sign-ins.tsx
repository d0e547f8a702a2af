import { Form } from 'react-router';
import { Ruled } from '#app/components/page.tsx';
import { When } from '#app/components/when.tsx';
import { deviceWords } from './device-words.ts';

interface SignInShown {
  id: string;
  device: string;
  since: Date;
  lastUsed: Date;
  isThis: boolean;
}

/** Where this person is signed in; each but the present one can be ended here. */
export const SignIns = ({ signIns }: { signIns: readonly SignInShown[] }) => (
  <section>
    <Ruled aside="Each ends by itself after two weeks without use.">Where you are signed in</Ruled>
    <ul className="sign-ins">
      {signIns.map((signIn) => (
        <li key={signIn.id}>
          <div>
            <strong>{deviceWords(signIn.device)}</strong>
            {signIn.isThis && ', here'}
            <p className="hint">
              Since <When at={signIn.since} />, last used <When at={signIn.lastUsed} />
            </p>
          </div>
          {!signIn.isThis && (
            <Form method="post">
              <input type="hidden" name="intent" value="revoke" />
              <input type="hidden" name="signIn" value={signIn.id} />
              <button type="submit" className="btn small">
                Sign out there
              </button>
            </Form>
          )}
        </li>
      ))}
    </ul>
  </section>
);
