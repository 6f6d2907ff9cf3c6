import { FormDefinition } from '@qantara/forms/contract';
import { route } from '@qantara/kernel';
import { z } from 'zod';
import { AnswerThrough, AskThrough, Embed, EmbedKey, EmbedKind, NewEmbed, ShownEmbed } from './embed.ts';

const OF_ASKING = [
  'embed_not_found',
  'contact_needed',
  'need_not_found',
  'too_many_requests_from_here',
  'too_many_requests_through',
];
const ByForm = z.object({ formCode: z.string().min(1).max(60) });

export const embedsRoutes = {
  listEmbeds: route({
    path: 'GET /forms/:formCode/embeds',
    may: 'embed:write',
    input: ByForm,
    output: z.object({
      form: FormDefinition,
      kind: EmbedKind,
      mayBeShown: z.boolean(),
      embeds: z.array(Embed),
      address: z.string().nullable(),
    }),
    refusals: ['form_not_found'],
  }),
  makeEmbed: route({
    path: 'POST /forms/:formCode/embeds',
    may: 'embed:write',
    input: NewEmbed,
    output: Embed,
    refusals: ['form_not_found', 'form_not_for_embeds', 'organisation_not_found'],
  }),
  endEmbed: route({
    path: 'POST /embeds/:embedId/end',
    may: 'embed:write',
    input: z.object({ embedId: z.uuid() }),
    output: Embed,
    refusals: ['embed_not_found'],
  }),
  openEmbed: route({
    path: 'GET /embeds/:embedKey',
    may: 'anyone',
    input: z.object({ embedKey: EmbedKey }),
    output: ShownEmbed,
    refusals: ['embed_not_found'],
  }),
  askThrough: route({
    path: 'POST /embeds/:embedKey/requests',
    may: 'anyone',
    input: AskThrough,
    output: z.object({ accessCode: z.string() }),
    refusals: [...OF_ASKING, 'want_without_need'],
  }),
  answerThrough: route({
    path: 'POST /embeds/:embedKey/answers',
    may: 'anyone',
    input: AnswerThrough,
    output: z.object({ accessCode: z.string() }),
    refusals: [...OF_ASKING, 'form_not_found', 'form_finds_nothing'],
  }),
};
