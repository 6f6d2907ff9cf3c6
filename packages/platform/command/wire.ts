import type { FieldFault, Invoke, Locale, WireRoute, WireTable } from '@qantara/kernel';
import type { z } from 'zod';
import { withTables, type AnyCtx, type Ctx } from './context.ts';

/** The headers by which a caller says on which terms it asks. */
export type WireHeaders = {
  contentType: string | null;
  ifMatch: string | null;
  ifNoneMatch: string | null;
  ifNoneExist: string | null;
  ifModifiedSince: string | null;
  prefer: string | null;
};

/** Another address of the same interface, as one part of a batch names it: its path below the interface's own. */
export type WirePart = {
  method: string;
  path: string;
  headers?: Partial<Record<'if-match' | 'if-none-match' | 'if-none-exist' | 'prefer', string>>;
  body?: unknown;
};

/** How an address of a public interface was asked, besides its input. */
export type WireAsked = {
  /** Where this server is for the caller, `https://sabil.example`: for addresses that an answer names. */
  origin: string;
  /** The languages that the caller asks for, in their order of preference. */
  locale: Locale;
  accept: string;
  headers: WireHeaders;
  /** What a program sent as JSON; a stranger's fields are part of the input instead. */
  body: unknown;
  /** Calls a route of the product as this caller: its permission, shape and rules, in this transaction. Let a refusal pass. */
  invoke: Invoke;
  /** Answers another address of this interface, for one that declares `parts`. Never throws. */
  again: (part: WirePart) => Promise<WireAnswer>;
};

/**
 * What an address of a public interface answers. A long answer is given piece by piece, so that no list has to fit into
 * memory; then `version` says what would make it another, if anything does.
 */
export type WireAnswer = {
  status?: number;
  type: string;
  body: string | Uint8Array | AsyncIterable<string | Uint8Array>;
  version?: string;
  headers?: Record<string, string>;
};

/** What went wrong, before the interface says it in its own words. */
export type WireProblem = {
  status: number;
  code: string;
  /** In the caller's language. */
  text: string;
  fields: (FieldFault & { text: string })[];
  locale: Locale;
};

/** A refusal in a standard's own words; without one it is a problem of RFC 9457. */
export type SayProblem = (problem: WireProblem) => { status?: number; type: string; body: string };

type WireHandler<R extends WireRoute, Tables> = (
  ctx: Ctx<Tables>,
  input: z.output<R['input']>,
  asked: WireAsked,
) => Promise<WireAnswer>;

/** One handler for each address of the table. */
export type WireHandlers<Table extends WireTable, Tables> = {
  [Name in keyof Table]: WireHandler<Table[Name], Tables>;
};

export type BoundWire = {
  route: WireRoute;
  answer: (ctx: AnyCtx, input: unknown, asked: WireAsked) => Promise<WireAnswer>;
  problem?: SayProblem;
};

/** Joins the addresses of a public interface to their handlers. */
export function wireOf<Table extends WireTable, Tables>(
  routes: Table,
  handlers: WireHandlers<Table, Tables>,
  { problem }: { problem?: SayProblem } = {},
): BoundWire[] {
  return Object.entries(routes).map(([name, route]) => {
    const handler = handlers[name] as WireHandler<WireRoute, Tables>;
    return {
      route,
      answer: (ctx, input, asked) => handler(withTables<Tables>(ctx), input, asked),
      ...(problem === undefined ? {} : { problem }),
    };
  });
}
