import type { z } from 'zod';
import type { Permission } from './route.ts';

/**
 * One address of a public interface in a standard's own words: outside `/api`, without session or cookie (docs/decisions/0008, 0018).
 * Open to anyone it reads alone and may be kept for a minute. One that asks for a permission is called by a program with its token.
 * The parameters in the path are fields of the input.
 */
export type WireRoute<I extends z.ZodType = z.ZodType> = {
  path: `${'GET' | 'POST' | 'PUT' | 'DELETE'} /${string}`;
  may: Permission;
  input: I;
  /** Changes something: one transaction around all of it, accounted for like a command. */
  changes?: true;
  /** Asks other addresses of its interface, each in a transaction of its own; none is around it. */
  parts?: true;
  /** Tries a secret: no transaction is around it, so that nothing is held while a stranger's word is judged. */
  tries?: true;
};

export type WireTable = Record<string, WireRoute>;

/** Declares an address of a public interface; the shape of its input is kept for the handler. */
export function wireRoute<I extends z.ZodType>(
  path: WireRoute['path'],
  input: I,
  options: Partial<Pick<WireRoute, 'may' | 'changes' | 'parts' | 'tries'>> = {},
): WireRoute<I> {
  return { path, may: 'anyone', input, ...options };
}
