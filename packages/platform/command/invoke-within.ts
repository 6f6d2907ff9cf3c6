import { mayUse, Refusal, type Invoke, type Route } from '@qantara/kernel';
import type { Told } from './call-context.ts';
import type { AnyCtx } from './context.ts';
import type { ServerModule } from './server-module.ts';
import { faultsOf } from './faults.ts';
import { findUnreadableText } from './unreadable-text.ts';

type Bound = { route: Route; name: string; module: ServerModule };

const reads = ({ path, opens, reads: readsOnly }: Route): boolean =>
  path.startsWith('GET ') || opens === true || readsOnly === true;

/**
 * Calls a route inside a transaction that is open already, as the caller of that transaction: the same permission, shape and rules as
 * from outside, one account of it all at the end. What was refused may have written something before, so whoever asks lets the
 * refusal pass and the whole is undone.
 */
export function invokeWithin(byPath: ReadonlyMap<string, Bound>, ctx: AnyCtx, told: Told): Invoke {
  return async (path, rawInput) => {
    const bound = byPath.get(path);
    if (bound === undefined) throw new Error(`there is no route ${path}`);
    const { route, module, name } = bound;
    if (route.tries === true) throw new Error(`${path} tries a secret and is called from outside alone`);
    if (!mayUse(ctx.actor, route.may)) return { ok: false, code: 'not_allowed', fields: [], values: {} };
    const unreadable = findUnreadableText(rawInput);
    if (unreadable !== undefined) return { ok: false, code: 'invalid_input', fields: [unreadable], values: {} };
    const parsed = route.input.safeParse(rawInput, { reportInput: true });
    if (!parsed.success)
      return { ok: false, code: 'invalid_input', fields: faultsOf(parsed.error, rawInput), values: {} };
    const before = told.events.length;
    try {
      const value = route.output.parse(await module.handle(name, ctx, parsed.data));
      if (!reads(route) && told.events.length === before) throw new Error(`${path} changed something and told nobody`);
      return { ok: true, value };
    } catch (fault) {
      if (!(fault instanceof Refusal)) throw fault;
      return { ok: false, code: fault.code, fields: fault.fields, values: fault.values };
    }
  };
}
