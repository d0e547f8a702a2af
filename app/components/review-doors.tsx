import { Link } from 'react-router';
import { useReviewPage } from './review-page.tsx';
import { SEAL_KEY, SealKey } from './seal-key.tsx';

/** An idea for a fix comes while one reads or writes, and is put away from there (C6). The same key as in the room, with the browser's own modifier. */
export function SealDoor() {
  const { id, may } = useReviewPage();
  if (!may.seal) return null;
  return (
    <dl className="facts">
      <dt>An idea</dt>
      <dd>
        <Link className="link" to={`/reviews/${id}/actions#sealed`} accessKey={SEAL_KEY}>
          Seal it until the action session
        </Link>{' '}
        <SealKey />
      </dd>
    </dl>
  );
}

/** Beside a write-up: change its facts, publish it, see how it came to be, and take the whole review along in one file. */
export function ReviewDoors() {
  const { id, may, published } = useReviewPage();
  const at = `/reviews/${id}`;
  return (
    <dl className="facts">
      {may.manage && (
        <>
          <dt>{published ? 'Published' : 'A draft'}</dt>
          <dd>
            <Link className="link" to={`${at}/about`}>
              {published ? 'Change its facts' : 'Publish it, or change its facts'}
            </Link>
          </dd>
        </>
      )}
      {may.history && (
        <>
          <dt>History</dt>
          <dd>
            <Link className="link" to={`${at}/history`}>
              Who wrote when, and how it read then
            </Link>
          </dd>
        </>
      )}
      <dt>Take it along</dt>
      <dd className="doors">
        <a className="link" href={`${at}/export.md`} download>
          Markdown
        </a>
        <a className="link" href={`${at}/export.html`} download>
          Page
        </a>
        <a className="link" href={`${at}/export.json`} download>
          JSON
        </a>
      </dd>
    </dl>
  );
}
