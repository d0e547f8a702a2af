import { renderToReadableStream } from 'react-dom/server';
import {
  type EntryContext,
  type HandleErrorFunction,
  isRouteErrorResponse,
  type RouterContextProvider,
  ServerRouter,
} from 'react-router';
import { TooBusy, Turns } from '#server/turns.ts';
import { NonceOfAnswer } from './components/nonce.ts';
import { asking } from './context.ts';

export { askingContext } from './context.ts';

const STREAM_TIMEOUT_MS = 10_000;
export const streamTimeout = STREAM_TIMEOUT_MS;

/** A crowd's pages one after the other are done sooner than all at once, and the loop is free between them. */
const rendering = new Turns(4, 1_000);

export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  routerContext: EntryContext,
  context: RouterContextProvider,
): Promise<Response> {
  try {
    const { body, broke } = await rendering.take(() => renderWhole(request, routerContext, context));
    headers.set('Content-Type', 'text/html; charset=utf-8');
    headers.set('Cache-Control', headers.get('Cache-Control') ?? 'private, no-cache');
    return new Response(request.method === 'HEAD' ? null : body, { status: broke ? 500 : status, headers });
  } catch (error) {
    if (!(error instanceof TooBusy)) throw error;
    return new Response('Many people are here at this moment. Please try again in a few seconds.', {
      status: 503,
      headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Retry-After': '3' },
    });
  }
}

/** Whole pages only: what is read must be complete without JavaScript. */
async function renderWhole(
  request: Request,
  routerContext: EntryContext,
  context: RouterContextProvider,
): Promise<{ body: ReadableStream; broke: boolean }> {
  const { nonce, app } = asking(context);
  let broke = false;
  const body = await renderToReadableStream(
    <NonceOfAnswer value={nonce}>
      <ServerRouter context={routerContext} url={request.url} nonce={nonce} />
    </NonceOfAnswer>,
    {
      nonce,
      signal: AbortSignal.any([request.signal, AbortSignal.timeout(STREAM_TIMEOUT_MS)]),
      onError(error) {
        broke = true;
        if (!request.signal.aborted) app.log.error('page failed to render', error);
      },
    },
  );
  await body.allReady;
  return { body, broke };
}

export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted || isRouteErrorResponse(error)) return;
  asking(context as RouterContextProvider).app.log.error('request failed', error);
};
