import type { AnyCtx } from './context.ts';

/** Records of a class whose time was over before a moment, but for those of some people. */
export type OldRecords = { before: Date; sparing: readonly string[] };

/** How a class of records ends when its time is over: the module that holds them says how many there are, and removes them. */
export type Ending = {
  count: (ctx: AnyCtx, old: OldRecords) => Promise<number>;
  remove: (ctx: AnyCtx, old: OldRecords) => Promise<number>;
};
