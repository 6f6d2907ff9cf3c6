import type { z } from 'zod';

/**
 * One address of a public interface in a standard's own words: outside `/api`, read only, open to every origin and to
 * anyone, without session or cookie (docs/decisions/0008). The parameters in the path are fields of the input.
 */
export type WireRoute<I extends z.ZodType = z.ZodType> = {
  path: `${'GET' | 'POST'} /${string}`;
  may: 'anyone';
  input: I;
};

export type WireTable = Record<string, WireRoute>;

/** Declares an address of a public interface; the shape of its input is kept for the handler. */
export function wireRoute<I extends z.ZodType>(path: WireRoute['path'], input: I): WireRoute<I> {
  return { path, may: 'anyone', input };
}
