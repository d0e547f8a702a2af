import { ScreenFace } from '#app/components/screen/screen-face.tsx';
import { asking } from '#app/context.ts';
import { readScreen } from '#server/meetings/read-screen.ts';
import { readScreenCookie } from '#server/meetings/screen-cookie.ts';
import type { Route } from './+types/route';
import { useScreen } from './use-screen.ts';

/** Without its token this page is the same for every meeting, there or not (P2). */
export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { app } = asking(context);
  const answer = await readScreen(
    app,
    params.id,
    readScreenCookie(request.headers.get('cookie'), app.origin),
  );
  return { answer };
}

export const headers: Route.HeadersFunction = () => ({ 'Cache-Control': 'no-store' });

export const meta: Route.MetaFunction = () => [
  { title: 'On the screen · Soak' },
  { name: 'robots', content: 'noindex' },
];

/** It keeps itself current. */
export const shouldRevalidate = () => false;

/** The meeting on the wall: nothing to press, nothing to scroll. */
export default function MeetingScreen({ loaderData, params }: Route.ComponentProps) {
  const address = `/meetings/${params.id}`;
  const screen = useScreen(address, loaderData.answer);
  if (screen.dark !== null)
    return (
      <main className="wall full" id="main">
        <div className="screen-face dark">
          <h1 className="sr">The screen of a meeting</h1>
          <p role="status">{screen.dark}</p>
        </div>
      </main>
    );
  if (screen.answer === null || screen.blankHere)
    return (
      <main className="wall full" id="main">
        <div className="screen-face blanked">
          <h1 className="sr">The screen of a meeting</h1>
          <p className="sr">{screen.blankHere ? 'Blank. Press W to show it again.' : 'One moment.'}</p>
        </div>
      </main>
    );
  return (
    <ScreenFace
      shown={screen.answer.shown}
      momentZone={screen.answer.momentZone}
      join={screen.answer.join}
      now={screen.now}
      pictures={`${address}/screen/pictures`}
      corner={screen.reconnecting ? 'Reconnecting…' : null}
    />
  );
}
