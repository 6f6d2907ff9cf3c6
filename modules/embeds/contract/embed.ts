import { Answers, FormDefinition } from '@qantara/forms/contract';
import { IsoDateTime, LocalizedText } from '@qantara/kernel';
import { AskForHelp, ResidentContact } from '@qantara/screening/contract';
import { z } from 'zod';

/** The page to ask for help, or one form. */
export const EmbedKind = z.enum(['ask', 'form']);
export type EmbedKind = z.infer<typeof EmbedKind>;

/** What names an embed in addresses: as many letters as nobody guesses. */
export const EmbedKey = z.string().regex(/^[A-Za-z0-9_-]{22}$/);

/** Where pages may come from that hold an embed; over https, but for a machine that tries it out. */
export const Origin = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^(?:https:\/\/[a-z0-9.-]{1,250}|http:\/\/(?:localhost|127\.0\.0\.1))(?::\d{1,5})?$/);

export const Embed = z.object({
  embedId: z.uuid(),
  embedKey: z.string(),
  organisationName: LocalizedText,
  origins: z.array(z.string()),
  madeAt: IsoDateTime,
  endedAt: IsoDateTime.nullable(),
});
export type Embed = z.infer<typeof Embed>;

export const NewEmbed = z.object({
  formCode: z.string().min(1).max(60),
  organisationId: z.uuid(),
  origins: z.array(Origin).min(1).max(20),
});
export type NewEmbed = z.infer<typeof NewEmbed>;

/** What stands in a partner's site. */
export const ShownEmbed = z.object({
  kind: EmbedKind,
  organisationName: LocalizedText,
  origins: z.array(z.string()),
  form: FormDefinition,
});
export type ShownEmbed = z.infer<typeof ShownEmbed>;

export const AskThrough = AskForHelp.extend({ embedKey: EmbedKey });
export const AnswerThrough = ResidentContact.extend({
  embedKey: EmbedKey,
  version: z.coerce.number().int(),
  answers: Answers,
});
