import { idOf, IsoDateTime, type Id } from '@qantara/kernel';
import { z } from 'zod';
import { isProgramScope, tidyScopes } from './program-scopes.ts';
import { Role, RoleName } from './role.ts';

/** A program is known to others by the identifier of its account: it is its `client_id` too. */
export const ProgramId = idOf('AccountId');
export type ProgramId = Id<'AccountId'>;

/** One public key, as it can be compared by eye: the thumbprint of RFC 7638. */
export const ProgramKey = z.object({ kid: z.string(), algorithm: z.string(), thumbprint: z.string() });
export type ProgramKey = z.infer<typeof ProgramKey>;

/** A computer program of an organisation that calls this region's interfaces. */
export const Program = z.object({
  programId: ProgramId,
  name: z.string(),
  organisationId: z.uuid(),
  role: Role.nullable(),
  roleName: RoleName,
  contact: z.string(),
  scopes: z.array(z.string()),
  keys: z.array(ProgramKey),
  keysAddress: z.string().nullable(),
  createdAt: IsoDateTime,
  /** When it last got a token, while that is remembered. */
  lastSeenAt: IsoDateTime.nullable(),
  closedAt: IsoDateTime.nullable(),
});
export type Program = z.infer<typeof Program>;

/** Scopes as they are written in a text, with spaces or line ends between them. */
const Scopes = z
  .string()
  .trim()
  .min(1)
  .max(4000)
  .transform((text) => text.split(/[\s,]+/))
  .refine((scopes) => scopes.every(isProgramScope), { params: { code: 'scope_unknown' } })
  .transform(tidyScopes);

const orNull = <T extends z.ZodType>(shape: T) =>
  z.union([z.literal('').transform(() => null), shape, z.null()]).default(null);

/** Its public keys as a JWK set (RFC 7517), or the https address where it publishes them. */
export const ProgramProof = z.object({
  keys: orNull(z.string().trim().max(20_000)),
  keysAddress: orNull(z.url({ protocol: /^https$/ }).max(500)),
});
export type ProgramProof = z.output<typeof ProgramProof>;

export const NewProgram = ProgramProof.extend({
  name: z.string().trim().min(1).max(120),
  organisationId: z.uuid(),
  role: Role,
  areaId: orNull(z.uuid()),
  contact: z.string().trim().min(1).max(200),
  scopes: Scopes,
  reason: z.string().trim().max(1000).default(''),
});
export type NewProgram = z.output<typeof NewProgram>;

export const ProgramScopes = z.object({ programId: ProgramId, scopes: Scopes });
