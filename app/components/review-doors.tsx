import { Link } from 'react-router';
import { useReviewPage } from './review-page.tsx';

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
