import { z } from 'zod';

/**
 * What kind of record it is, and so whose role may know of it. Ordinary ones need nothing besides reaching the person; each other
 * needs the permission `class:` and its name.
 */
export const RecordClass = z.enum([
  'ordinary',
  'child_protection',
  'violence',
  'mediation',
  'situation_table',
  'restricted',
]);
export type RecordClass = z.infer<typeof RecordClass>;
