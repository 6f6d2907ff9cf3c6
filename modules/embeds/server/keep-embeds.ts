import { randomBytes } from 'node:crypto';
import { findForm } from '@qantara/forms/server';
import type { FormDefinition } from '@qantara/forms/contract';
import { refuse } from '@qantara/kernel';
import { findOrganisation } from '@qantara/organisations/server';
import type { Ctx } from '@qantara/platform';
import { SCREENING_FORM } from '@qantara/screening/contract';
import type { Embed, EmbedKind, NewEmbed } from '../contract/index.ts';
import { mayBeEmbedded } from '../domain/index.ts';
import { findEmbed, insertEmbed, listEmbedRows, saveEnded } from './embed-store.ts';
import type { EmbedsTables } from './tables.gen.ts';

type EmbedsCtx = Ctx<EmbedsTables>;

/** The region's own form is asked by the page to ask for help, one thing a page. */
export const kindOf = (formCode: string): EmbedKind => (formCode === SCREENING_FORM ? 'ask' : 'form');

const mayBeShown = ({ code, body }: FormDefinition): boolean => kindOf(code) === 'ask' || mayBeEmbedded(body);

/** In whose sites a form stands, and where they find it. */
export async function listEmbeds(ctx: EmbedsCtx, { formCode }: { formCode: string }) {
  const form = (await findForm(ctx, formCode)) ?? refuse('form_not_found');
  return {
    form,
    kind: kindOf(formCode),
    mayBeShown: mayBeShown(form),
    embeds: await listEmbedRows(ctx.db, formCode),
    address: ctx.outside.address,
  };
}

/** Lets one partner show a form from these addresses. Refuses `form_not_for_embeds` and `organisation_not_found`. */
export async function makeEmbed(ctx: EmbedsCtx, given: NewEmbed): Promise<Embed> {
  const form = (await findForm(ctx, given.formCode)) ?? refuse('form_not_found');
  if (!mayBeShown(form)) refuse('form_not_for_embeds');
  if ((await findOrganisation(ctx, given.organisationId)) === undefined) refuse('organisation_not_found');
  const embedKey = randomBytes(16).toString('base64url');
  const by = { accountId: ctx.actor.accountId, now: ctx.now };
  const embedId = await insertEmbed(ctx.db, { ...given, embedKey }, by);
  const { formCode, organisationId, origins } = given;
  ctx.emit({ type: 'embed.made', subject: embedId, data: { form: formCode, organisationId, origins } });
  return (await findEmbed(ctx.db, embedId)) ?? refuse('organisation_not_found');
}

/** Ends one: the partner's page shows it no more, and what was begun in it is not taken. */
export async function endEmbed(ctx: EmbedsCtx, { embedId }: { embedId: string }): Promise<Embed> {
  if ((await findEmbed(ctx.db, embedId)) === undefined) refuse('embed_not_found');
  await saveEnded(ctx.db, embedId, ctx.now);
  ctx.emit({ type: 'embed.ended', subject: embedId });
  return (await findEmbed(ctx.db, embedId)) ?? refuse('embed_not_found');
}
