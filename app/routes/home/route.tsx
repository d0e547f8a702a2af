import { wallClock } from '#app/components/clock-words.ts';
import { TopBar } from '#app/components/top-bar.tsx';
import { useZone } from '#app/components/when.tsx';
import { requirePerson } from '#app/context.ts';
import { readHome } from '#server/home/read-home.ts';
import type { Route } from './+types/route';
import { Meetings } from './meetings.tsx';
import { Mine } from './mine.tsx';
import { NewNotices } from './new-notices.tsx';
import { NewWriteUps } from './new-write-ups.tsx';
import './route.css';
import { SoakingNow } from './soaking-now.tsx';
import { ToCalibrate } from './to-calibrate.tsx';

export function loader({ context, request }: Route.LoaderArgs) {
  const { app, person } = requirePerson(context, request);
  return readHome(app, person);
}

export const meta: Route.MetaFunction = () => [{ title: 'Your day · Soak' }];

/** A day, not a dashboard: the date is the title. */
export default function Home({ loaderData: home }: Route.ComponentProps) {
  const { weekday, day, monthName } = wallClock(home.now, useZone());
  return (
    <>
      <TopBar />
      <main className="two-columns home" id="main">
        <div>
          <h1>{`${weekday}, ${day}\u00a0${monthName}`}</h1>
          <Meetings home={home} />
          <NewWriteUps home={home} />
        </div>
        <aside className="side" aria-label="Waiting for you">
          <ToCalibrate home={home} />
          <NewNotices home={home} />
          <SoakingNow home={home} />
          <Mine home={home} />
        </aside>
      </main>
    </>
  );
}
