import { Link, useSubmit } from 'react-router';
import type { ShownNotice } from '#domain/notices/notice-words.ts';

/** Leads to what a notice is about; having followed it, somebody has read it. Without JavaScript it stays new until it is marked. */
export function NoticeLink({ notice }: { notice: ShownNotice }) {
  const submit = useSubmit();
  const read = () => {
    if (notice.isRead) return;
    void submit(
      { intent: 'read', notice: String(notice.id) },
      { method: 'post', action: '/notices', navigate: false },
    );
  };
  return (
    <Link to={notice.path} onClick={read}>
      {notice.head}
    </Link>
  );
}
