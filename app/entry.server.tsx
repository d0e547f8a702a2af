import { renderToReadableStream } from 'react-dom/server';
import {
  type EntryContext,
  type HandleErrorFunction,
  isRouteErrorResponse,
  type RouterContextProvider,
  ServerRouter,
} from 'react-router';
import { NonceOfAnswer } from './components/nonce.ts';
import { asking } from './context.ts';

export { askingContext } from './context.ts';

const STREAM_TIMEOUT_MS = 10_000;
export const streamTimeout = STREAM_TIMEOUT_MS;

export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  routerContext: EntryContext,
  context: RouterContextProvider,
): Promise<Response> {
  const { nonce, app } = asking(context);
  let code = status;
  const page = await renderToReadableStream(
    <NonceOfAnswer value={nonce}>
      <ServerRouter context={routerContext} url={request.url} nonce={nonce} />
    </NonceOfAnswer>,
    {
      nonce,
      signal: AbortSignal.any([request.signal, AbortSignal.timeout(STREAM_TIMEOUT_MS)]),
      onError(error) {
        code = 500;
        if (!request.signal.aborted) app.log.error('page failed to render', error);
      },
    },
  );
  // Whole pages only: what is read must be complete without JavaScript.
  await page.allReady;
  headers.set('Content-Type', 'text/html; charset=utf-8');
  headers.set('Cache-Control', headers.get('Cache-Control') ?? 'private, no-cache');
  return new Response(request.method === 'HEAD' ? null : page, { status: code, headers });
}

export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted || isRouteErrorResponse(error)) return;
  asking(context as RouterContextProvider).app.log.error('request failed', error);
};
