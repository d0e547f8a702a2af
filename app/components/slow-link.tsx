import './slow-link.css';
import { createPath, Link, useNavigation } from 'react-router';

/** A link to a page that takes a moment to make: until that stands, the words beside the link say so. One `Meanwhile` a page says it aloud. */
export function SlowLink({
  to,
  meanwhile,
  children,
}: {
  to: string;
  meanwhile: string;
  children: React.ReactNode;
}) {
  const going = useNavigation().location;
  return (
    <span>
      <Link className="link" to={to}>
        {children}
      </Link>
      {going && createPath(going) === to && (
        <span className="meanwhile" aria-hidden="true">
          {' '}
          {meanwhile}
        </span>
      )}
    </span>
  );
}

/** For those who listen: that a page under this address is on its way. */
export function Meanwhile({ at, words }: { at: string; words: string }) {
  const going = useNavigation().location;
  return (
    <p className="sr" role="status">
      {going?.pathname.startsWith(`${at}/`) && words}
    </p>
  );
}
