import type { ScreenJoin } from '#domain/meeting/guests.ts';
import { QrPicture } from '../qr-picture.tsx';

/** Before it begins the wall says how to come in: where, with what code, or by a picture. */
export const BigCode = ({ join }: { join: ScreenJoin }) => (
  <section className="screen-code">
    <QrPicture qr={join.qr} label={`The way in: ${join.place}`} />
    {join.code ? (
      <p>
        <span>Join without an account at</span>
        <b>{join.place}</b>
        <span>with the code</span>
        <b className="code">{join.code}</b>
        <span>With an account, your home page leads to the room.</span>
      </p>
    ) : (
      <p>
        <span>Sign in at</span>
        <b className="at">{join.place}</b>
        <span>Your home page leads to the room.</span>
        <span>Or scan this with a phone that is signed in.</span>
      </p>
    )}
  </section>
);
