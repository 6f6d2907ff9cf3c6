import type { z } from 'zod';
import { Refusal, type FieldFault } from './refusal.ts';

export type Permission = 'anyone' | `${string}:${string}`;

type Method = 'GET' | 'POST';

/** Everything the product knows of one address: from it come HTTP, validation, OpenAPI, the client and the permission test. */
export type Route<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = {
  /** `POST /referrals/:referralId/send`: the parameters in the path are fields of the input. */
  path: `${Method} /${string}`;
  may: Permission;
  input: I;
  output: O;
  /** The codes that this route may answer with, besides those every route has. */
  refusals: readonly string[];
  /** What the browser may do with it without network. */
  offline?: 'read' | 'queue';
  /** A POST that only reads: its input is kept out of addresses and logs, and it changes nothing. */
  reads?: true;
  /** Counts tries of a secret: no transaction is around it and no command's identifier is read, so that every try is counted. */
  tries?: true;
  /** Opens a person's record: who opened it is recorded in the same transaction, or it does not open. */
  opens?: true;
};

export type RouteTable = Record<string, Route>;
export type InputOf<R extends Route> = z.input<R['input']>;
export type ParsedInputOf<R extends Route> = z.output<R['input']>;
export type OutputOf<R extends Route> = z.output<R['output']>;

/** Declares a route; the shapes of input and output are kept for handlers and clients. */
export function route<I extends z.ZodType, O extends z.ZodType>(definition: Route<I, O>): Route<I, O> {
  return definition;
}

/** What makes a repeated command have the effect of one. */
export type Command = { commandId?: string | undefined };

export type InvokeAnswer =
  | { ok: true; value: unknown }
  | { ok: false; code: string; fields: FieldFault[]; values: Record<string, string | number> };

/** Carries a call to the route with this path: in process on the server, by fetch in the browser. */
export type Invoke = (path: string, input: unknown, command: Command) => Promise<InvokeAnswer>;

export type Client<Table extends RouteTable> = {
  [Name in keyof Table]: (input: InputOf<Table[Name]>, command?: Command) => Promise<OutputOf<Table[Name]>>;
};

/** A typed client of a module's routes. A refusal is thrown as a `Refusal`, wherever the call went. */
export function clientFor<Table extends RouteTable>(routes: Table, invoke: Invoke): Client<Table> {
  const entries = Object.entries(routes).map(([name, definition]) => [
    name,
    async (input: unknown, command: Command = {}) => {
      const answer = await invoke(definition.path, input, command);
      if (answer.ok) return answer.value;
      throw new Refusal(answer.code, { fields: answer.fields, values: answer.values });
    },
  ]);
  return Object.fromEntries(entries) as Client<Table>;
}
