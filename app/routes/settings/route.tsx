import { NavLink, Outlet } from 'react-router';
import { PlainPage } from '#app/components/page.tsx';
import { TopBar } from '#app/components/top-bar.tsx';
import { requirePerson } from '#app/context.ts';
import { requireAdministrator } from '#server/settings/require-administrator.ts';
import type { Route } from './+types/route';
import './settings.css';

/** The frame of the settings. Each page in it asks for an administrator itself: loaders can be asked alone. */
export function loader({ context, request }: Route.LoaderArgs) {
  requireAdministrator(requirePerson(context, request).person);
  return null;
}

export const meta = () => [{ title: 'Settings · Soak' }];

export default function Settings() {
  return (
    <>
      <TopBar />
      <PlainPage>
        <nav className="settings-nav" aria-label="Settings">
          <NavLink to="/settings" end>
            Workspace
          </NavLink>
          <NavLink to="/settings/soak">Soak</NavLink>
          <NavLink to="/settings/trackers">Trackers</NavLink>
          <NavLink to="/settings/people">People</NavLink>
          <NavLink to="/settings/teams">Teams</NavLink>
        </nav>
        <Outlet />
      </PlainPage>
    </>
  );
}
