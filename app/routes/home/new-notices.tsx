import { Link } from 'react-router';
import { NoticeLink } from '#app/components/notice-link.tsx';
import { Ruled } from '#app/components/page.tsx';
import type { Home } from '#server/home/read-home.ts';

/** What happened that is somebody's own, until they have looked. Nothing says how much of it there is. */
export const NewNotices = ({ home }: { home: Home }) =>
  home.notices.length > 0 && (
    <section>
      <Ruled aside={<Link to="/notices">All notices</Link>}>News for you</Ruled>
      {home.notices.map((notice) => (
        <div className="item" key={notice.id}>
          <h3>
            <NoticeLink notice={notice} />
          </h3>
          <p>{notice.line}</p>
        </div>
      ))}
    </section>
  );
