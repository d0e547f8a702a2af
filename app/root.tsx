import { useEffect } from 'react';
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLocation,
} from 'react-router';
import { listPassableSoaks } from '#server/demo/let-soak-pass.ts';
import type { Route } from './+types/root';
import { DemoBanner } from './components/demo-banner.tsx';
import { rememberSent } from './components/last-sent.ts';
import { useNonce } from './components/nonce.ts';
import { useAskedAboutDrafts } from './components/tab-drafts.ts';
import { TopBar } from './components/top-bar.tsx';
import { useRoot } from './components/use-root.ts';
import { WhatYouWrote } from './components/what-you-wrote.tsx';
import { asking } from './context.ts';
import { facePreloads } from './theme/preloads.ts';
import { Theme, ThemeScript, themedHtml } from './theme/provider.tsx';

export async function loader({ context }: Route.LoaderArgs) {
  const { app, person, nonce } = asking(context);
  return {
    nonce,
    person: person && {
      id: person.id,
      name: person.name,
      zone: person.zone,
      faceLetters: person.faceLetters,
      faceHue: person.faceHue,
      administrator: person.role === 'administrator',
    },
    demo: app.demo !== null,
    soaks: person ? await listPassableSoaks(app, person) : [],
  };
}

export const links: Route.LinksFunction = () => facePreloads;

export function Layout({ children }: { children: React.ReactNode }) {
  const nonce = useNonce();
  // Until then a press on what is no form does nothing: whoever drives this page from outside can wait for it.
  useEffect(() => document.documentElement.setAttribute('data-alive', ''), []);
  useEffect(rememberSent, []);
  return (
    <html lang="en" {...themedHtml}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <ThemeScript nonce={nonce} />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <Meta />
        <Links nonce={nonce} />
      </head>
      <body>
        <Theme nonce={nonce}>{children}</Theme>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function Root() {
  useAskedAboutDrafts(useRoot()?.person?.id);
  return (
    <>
      <DemoBanner />
      <Outlet />
    </>
  );
}

export const meta: Route.MetaFunction = () => [{ title: 'Soak' }];

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  const [title, sentence] = describe(error);
  return (
    <>
      <TopBar />
      <main id="main" className="plain-page">
        <title>{`${title} · Soak`}</title>
        <h1>{title}</h1>
        <p>{sentence}</p>
        {isOurs(error) && <WhatYouWrote />}
        <p>
          <WayOn error={error} />
        </p>
      </main>
    </>
  );
}

/** Who may not do this with a review may still read it; everybody has a day to go to. */
function WayOn({ error }: { error: unknown }) {
  const review = /^\/reviews\/[^/]+(?=\/)/.exec(useLocation().pathname)?.[0];
  if (review && isRouteErrorResponse(error) && error.status === 403)
    return (
      <a className="link" href={review}>
        Read the write-up
      </a>
    );
  return (
    <a className="link" href="/">
      Go to your day
    </a>
  );
}

/** Neither gone nor refused: the same form may well be taken in a moment. */
const isOurs = (error: unknown) => !isRouteErrorResponse(error) || error.status >= 500;

const TITLES: Record<number, string> = { 403: 'This is for others to do', 503: 'Not just now' };

function describe(error: unknown): [string, string] {
  if (isRouteErrorResponse(error)) {
    if (error.status === 404)
      return [
        'There is nothing here for you',
        'It may have moved, or it is not shared with you. Whoever sent you the link can tell.',
      ];
    const title = TITLES[error.status] ?? 'That did not work';
    if (typeof error.data === 'string' && error.data !== '') return [title, error.data];
  }
  return [
    'Something broke on our side',
    'It has been noted. Nothing you typed elsewhere is lost; reload the page to go on.',
  ];
}
