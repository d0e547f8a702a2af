import type { RouterContextProvider, ServerBuild } from 'react-router';
import { notJustNow } from './not-just-now.ts';

type Routes = ServerBuild['routes'];
type Context = Readonly<RouterContextProvider>;
type Handler = (args: { request: Request; context: Context }) => unknown;
type Note = (error: unknown, context: Context) => void;

const known = new WeakMap<ServerBuild, ServerBuild>();

/**
 * The same pages, but whatever loader or action fails because the database cannot be asked just now answers 503 in a sentence.
 * Here once, not in each of them: React Router turns any other thrown error into a 500 that has lost its words.
 */
export function refusePlainly(build: ServerBuild, note: Note): ServerBuild {
  const existing = known.get(build);
  if (existing) return existing;
  const routes = Object.fromEntries(
    Object.entries(build.routes).map(([id, route]) => [
      id,
      route && { ...route, module: guarded(route, note) },
    ]),
  );
  const plain = { ...build, routes };
  known.set(build, plain);
  return plain;
}

function guarded({ module }: NonNullable<Routes[string]>, note: Note) {
  const { loader, action } = module as { loader?: Handler; action?: Handler };
  return {
    ...module,
    ...(loader && { loader: inWords(loader, note) }),
    ...(action && { action: inWords(action, note) }),
  } as typeof module;
}

const inWords =
  (handler: Handler, note: Note): Handler =>
  async (args) => {
    try {
      return await handler(args);
    } catch (error) {
      const answer = notJustNow(error, args.request.method);
      if (answer === null) throw error;
      note(error, args.context);
      throw answer;
    }
  };
