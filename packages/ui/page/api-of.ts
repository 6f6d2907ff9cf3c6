import { clientFor, type Client, type Invoke, Refusal, type RouteTable } from '@qantara/kernel';
import type { RouterContextProvider } from 'react-router';
import { invokeContext } from '../page-context.ts';
import { PageRefusal } from './page-refusal.ts';

/** The typed client of a module's routes, for loaders and actions on the server. */
export function apiOf<T extends RouteTable>(context: Readonly<RouterContextProvider>, routes: T): Client<T> {
  return pageClientFor(routes, context.get(invokeContext));
}

/** A typed client whose refusals become error pages when nothing catches them. */
export function pageClientFor<T extends RouteTable>(routes: T, invoke: Invoke): Client<T> {
  const client: Record<string, (input: never, command?: { commandId?: string }) => Promise<unknown>> = clientFor(
    routes,
    invoke,
  );
  const entries = Object.entries(client).map(([name, call]) => [
    name,
    async (input: never, command?: { commandId?: string }) => {
      try {
        return await call(input, command);
      } catch (error) {
        throw error instanceof Refusal ? new PageRefusal(error) : error;
      }
    },
  ]);
  return Object.fromEntries(entries) as Client<T>;
}
