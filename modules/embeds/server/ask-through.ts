import { findAskedVersion, findForm } from '@qantara/forms/server';
import { refuse, type ParsedInputOf } from '@qantara/kernel';
import { countAttempt, type Ctx } from '@qantara/platform';
import { answerAsResident, askForHelp } from '@qantara/screening/server';
import type { embedsRoutes, ShownEmbed } from '../contract/index.ts';
import { findLiveEmbed, type LiveEmbed } from './embed-store.ts';
import { kindOf } from './keep-embeds.ts';
import type { EmbedsTables } from './tables.gen.ts';

type EmbedsCtx = Ctx<EmbedsTables>;

/** More in an hour than a partner's site brings; a flood that comes from many places is still one site's. */
const THROUGH_ONE = { limit: 300, windowSeconds: 3600 };

const getLive = async (ctx: EmbedsCtx, embedKey: string): Promise<LiveEmbed> =>
  (await findLiveEmbed(ctx.db, embedKey)) ?? refuse('embed_not_found');

/** What stands in a partner's site, and from which addresses. Refuses `embed_not_found`, also once it has ended. */
export async function openEmbed(ctx: EmbedsCtx, { embedKey }: { embedKey: string }): Promise<ShownEmbed> {
  const { formCode, organisationName, origins } = await getLive(ctx, embedKey);
  const form = (await findForm(ctx, formCode)) ?? refuse('embed_not_found');
  return { kind: kindOf(formCode), organisationName, origins, form };
}

async function enter(ctx: EmbedsCtx, embedKey: string) {
  const embed = await getLive(ctx, embedKey);
  if (!(await countAttempt(ctx, `embed ${embed.embedId}`, THROUGH_ONE))) refuse('too_many_requests_through');
  return { embed, way: { channel: 'widget' as const, sourceOrganisationId: embed.organisationId } };
}

/** A resident asks for help in a partner's site: as on our own page, with the partner as the source. */
export async function askThrough(
  ctx: EmbedsCtx,
  { embedKey, ...asked }: ParsedInputOf<typeof embedsRoutes.askThrough>,
): Promise<{ accessCode: string }> {
  const { embed, way } = await enter(ctx, embedKey);
  if (kindOf(embed.formCode) !== 'ask') refuse('embed_not_found');
  return askForHelp(ctx, asked, way);
}

/** A resident answers a form in a partner's site; it waits as a request for help, with the partner as the source. */
export async function answerThrough(
  ctx: EmbedsCtx,
  { embedKey, version, answers, ...contact }: ParsedInputOf<typeof embedsRoutes.answerThrough>,
): Promise<{ accessCode: string }> {
  const { embed, way } = await enter(ctx, embedKey);
  const form = (await findAskedVersion(ctx, { code: embed.formCode, version })) ?? refuse('form_not_found');
  return answerAsResident(ctx, { form, answers, contact }, way);
}
