import { Writable } from 'node:stream';
import { type Invoke, LOCALES, Refusal } from '@qantara/kernel';
import { invokeContext, type PageContext, pageContext, PageRefusal, wordsContext } from '@qantara/ui';
import { renderToPipeableStream } from 'react-dom/server';
import {
  createContext,
  createRequestHandler,
  type EntryContext,
  isRouteErrorResponse,
  RouterContextProvider,
  type ServerBuild,
  ServerRouter,
} from 'react-router';
import { loadTranslator, translatorOf } from './catalogues.ts';
import { ServerPage } from './ServerPage.tsx';

await Promise.all(LOCALES.map(loadTranslator));

type TellFault = (where: string, fault: unknown) => void;

/** Where a fault of a page finds the host's log, which keeps personal values out. */
const faultContext = createContext<TellFault>();

/** What loaders and actions of one request find: the way to the handlers, the page, and where faults are told. */
export function contextFor(invoke: Invoke, page: PageContext, tellFault: TellFault): RouterContextProvider {
  const context = new RouterContextProvider();
  context.set(invokeContext, invoke);
  context.set(pageContext, page);
  context.set(wordsContext, translatorOf(page.locale));
  context.set(faultContext, tellFault);
  return context;
}

type RouteModule = NonNullable<ServerBuild['routes'][string]>['module'];
type Asked = NonNullable<RouteModule['loader']>;

/** What a page itself refuses, such as a need that is not there, is answered as what its interface refuses. */
function refusesAsPage(ask: Asked): Asked {
  return async (given) => {
    try {
      return (await ask(given)) as unknown;
    } catch (fault) {
      throw fault instanceof Refusal && !(fault instanceof PageRefusal) ? new PageRefusal(fault) : fault;
    }
  };
}

function withRefusals(build: ServerBuild): ServerBuild {
  const routes = Object.entries(build.routes).map(([id, route]) => {
    const { loader } = route?.module ?? {};
    if (route === undefined || loader === undefined) return [id, route] as const;
    return [id, { ...route, module: { ...route.module, loader: refusesAsPage(loader) } }] as const;
  });
  return { ...build, routes: Object.fromEntries(routes) };
}

/**
 * Answers requests for pages. The host must take the handler from here: `createRequestHandler` only accepts a context
 * of its own copy of React Router, and the bundle holds one.
 */
export function handlerFor(
  build: ServerBuild,
): (request: Request, context: RouterContextProvider) => Promise<Response> {
  return createRequestHandler(withRefusals(build), 'production');
}

/** Errors that no page answered reach the host's log; a page that is not there is no error. */
export function handleError(
  error: unknown,
  { request, context }: { request: Request; context: Readonly<RouterContextProvider> },
): void {
  if (request.signal.aborted || isRouteErrorResponse(error)) return;
  context.get(faultContext)('page', error);
}

function collect(page: PageContext, router: EntryContext, url: string): Promise<Uint8Array<ArrayBuffer>> {
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array<ArrayBuffer>>();
  const chunks: Buffer[] = [];
  const body = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      chunks.push(chunk);
      done();
    },
    final: (done) => {
      resolve(new Uint8Array(Buffer.concat(chunks)));
      done();
    },
  });
  const tree = (
    <ServerPage value={page}>
      <ServerRouter context={router} url={url} nonce={page.nonce} />
    </ServerPage>
  );
  const { pipe } = renderToPipeableStream(tree, {
    nonce: page.nonce,
    onAllReady: () => pipe(body),
    onShellError: reject,
    onError: reject,
  });
  return promise;
}

/** Renders a page whole: public pages are small and have nothing to wait for, and the length is known. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  // React Router hands five things over.
  ...[router, context]: [EntryContext, RouterContextProvider]
): Promise<Response> {
  headers.set('content-type', 'text/html; charset=utf-8');
  if (request.method === 'HEAD') return new Response(null, { status, headers });
  const html = await collect(context.get(pageContext), router, request.url);
  headers.set('content-length', String(html.byteLength));
  return new Response(html, { status, headers });
}
