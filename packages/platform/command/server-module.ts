import type { RouteTable } from '@qantara/kernel';
import {
  withTables,
  type AnyCtx,
  type Ctx,
  type DeliveredEvent,
  type Handlers,
  type Job,
  type Subscriber,
  type Measure,
} from './context.ts';
import type { BoundWire } from './wire.ts';

/** One module as the server composes it, whatever its tables. */
export type ServerModule = {
  name: string;
  routes: RouteTable;
  handle: (name: string, ctx: AnyCtx, input: unknown) => Promise<unknown>;
  subscribers: {
    event: string;
    name: string;
    newsForDays?: number;
    handle: (ctx: AnyCtx, event: DeliveredEvent) => Promise<void>;
  }[];
  jobs: { name: string; cron: string; aside: boolean; run: (ctx: AnyCtx) => Promise<void> }[];
  /** The addresses of its public interface, where it has one. */
  wire: BoundWire[];
  /** What it publishes to be counted. */
  measures: readonly Measure[];
};

/** Joins a module's routes to its handlers, subscribers and jobs. */
export function serverModule<Table extends RouteTable, Tables>(definition: {
  name: string;
  routes: Table;
  handlers: Handlers<Table, Tables>;
  subscribers?: Subscriber<Tables>[];
  jobs?: Job<Tables>[];
  wire?: BoundWire[];
  measures?: readonly Measure[];
}): ServerModule {
  const handlers: Record<string, (ctx: Ctx<Tables>, input: never) => Promise<unknown>> = definition.handlers;
  return {
    name: definition.name,
    routes: definition.routes,
    handle: (name, ctx, input) => {
      const handler = handlers[name];
      if (handler === undefined) throw new Error(`${definition.name} has no handler ${name}`);
      return handler(withTables<Tables>(ctx), input as never);
    },
    subscribers: (definition.subscribers ?? []).map((subscriber) => ({
      ...subscriber,
      handle: (ctx, event) => subscriber.handle(withTables<Tables>(ctx), event),
    })),
    jobs: (definition.jobs ?? []).map((job) => ({
      ...job,
      aside: job.aside === true,
      run: (ctx) => job.run(withTables<Tables>(ctx)),
    })),
    wire: definition.wire ?? [],
    measures: definition.measures ?? [],
  };
}
