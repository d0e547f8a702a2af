import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createRequestHandler,
  type RouterContext,
  RouterContextProvider,
  type ServerBuild,
} from 'react-router';
import type { Asking } from './app.ts';
import { refusePlainly } from './http/refuse-plainly.ts';

/** The app's pages, however they were compiled. */
export interface Web {
  answer(request: Request, asking: Asking): Promise<Response>;
  /** Folder of the browser's build; null in development, where Vite serves it. */
  clientFolder: string | null;
}

/** What `app/entry.server.tsx` gives beside its handler. */
interface Keys {
  askingContext: RouterContext<Asking>;
}

const BUILD = path.join(import.meta.dirname, '..', 'build');

/** Loads what `npm run build` made. The context's key comes from the built copy of `app/context.ts`, the only one its loaders know. */
async function loadBuiltWeb(): Promise<Web> {
  const build = (await import(pathToFileURL(path.join(BUILD, 'server', 'index.js')).href)) as ServerBuild;
  return { answer: answerFrom(build), clientFolder: path.join(BUILD, 'client') };
}

/** The same at once, loading in a moment: main starts the database before, and the first request waits for whichever is later. */
export function openBuiltWeb(): Web {
  const loading = new Promise(setImmediate).then(loadBuiltWeb);
  // told to whoever asks for a page; without this line also to nobody, as an unhandled rejection
  loading.catch(() => {});
  return {
    clientFolder: path.join(BUILD, 'client'),
    answer: async (request, asking) => (await loading).answer(request, asking),
  };
}

/** One build for good: handed over as it is, its routes are laid out once and not for each request. */
function answerFrom(build: ServerBuild): Web['answer'] {
  const handle = createRequestHandler(plainly(build), 'production');
  return (request, asking) => handle(request, contextOf(build, asking));
}

/** @param load gives the build to use for this request; in development it may change between requests */
export function answerWith(load: () => ServerBuild | Promise<ServerBuild>, mode: string): Web['answer'] {
  const handle = createRequestHandler(async () => plainly(await load()), mode);
  return async (request, asking) => {
    return handle(request, contextOf(await load(), asking));
  };
}

function contextOf(build: ServerBuild, asking: Asking): RouterContextProvider {
  const { askingContext } = build.entry.module as unknown as Keys;
  const context = new RouterContextProvider();
  context.set(askingContext, asking);
  return context;
}

function plainly(build: ServerBuild): ServerBuild {
  const { askingContext } = build.entry.module as unknown as Keys;
  return refusePlainly(build, (error, context) =>
    context.get(askingContext).app.log.error('not just now', error),
  );
}
