import { IconPencilPlus, IconSearch } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link, NavLink } from 'react-router';
import { Icon } from './icon.tsx';
import { MeMenu } from './me-menu.tsx';
import { useRoot } from './use-root.ts';
import { Wordmark } from './wordmark.tsx';

/** The bar above every page but the room. `children` is a second bar that stays with it (a review's parts). */
export function TopBar({ children }: { children?: ReactNode }) {
  const person = useRoot()?.person ?? null;
  return (
    <>
      <a className="skip" href="#main">
        Skip to the page
      </a>
      <div className="bars">
        <header className="top">
          <Wordmark />
          {person && (
            <>
              <nav aria-label="Main">
                <NavLink to="/" end>
                  Home
                </NavLink>
                <NavLink to="/library">Library</NavLink>
              </nav>
              <div className="end">
                <Link className="find" to="/library?find">
                  <Icon of={IconSearch} />
                  <span>
                    Search<span className="wide"> write-ups</span>
                  </span>
                </Link>
                <Link className="btn quiet start-review" to="/reviews/new">
                  Start a review
                </Link>
                <Link className="btn quiet" to="/surprise">
                  <Icon of={IconPencilPlus} size={17} />
                  <span>
                    Report<span className="wide"> a surprise</span>
                  </span>
                </Link>
                <MeMenu person={person} />
              </div>
            </>
          )}
        </header>
        {children}
      </div>
    </>
  );
}
