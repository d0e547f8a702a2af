import type { ScreenJoin } from '#domain/meeting/guests.ts';
import { QrPicture } from '../qr-picture.tsx';

/** Before it begins the wall says how to come in: where, with what code, or by a picture. */
export const BigCode = ({ join }: { join: ScreenJoin }) => (
  <section className="screen-code">
    <QrPicture qr={join.qr} label={`The way in: ${join.place}`} />
    <p>
      <span>Join without an account at</span>
      <b>{join.place}</b>
      <span>with the code</span>
      <b className="code">{join.code}</b>
    </p>
  </section>
);
