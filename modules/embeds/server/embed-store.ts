import { newId, type LocalizedText } from '@qantara/kernel';
import type { Kysely } from 'kysely';
import type { Embed, NewEmbed } from '../contract/index.ts';
import type { EmbedsTables } from './tables.gen.ts';

type Db = Kysely<EmbedsTables>;

function selectEmbeds(db: Db) {
  return db
    .selectFrom('embeds.embed as embed')
    .innerJoin('organisations.published_organisation as partner', 'partner.organisation_id', 'embed.organisation_id')
    .selectAll('embed')
    .select('partner.name');
}

type Row = Awaited<ReturnType<ReturnType<typeof selectEmbeds>['execute']>>[number];

const toEmbed = (row: Row): Embed => ({
  embedId: row.embed_id,
  embedKey: row.embed_key,
  organisationName: row.name as LocalizedText,
  origins: row.origins,
  madeAt: row.made_at.toISOString(),
  endedAt: row.ended_at?.toISOString() ?? null,
});

/** The embeds of a form, newest first. */
export async function listEmbedRows(db: Db, formCode: string): Promise<Embed[]> {
  const rows = await selectEmbeds(db)
    .where('embed.form_code', '=', formCode)
    .orderBy('embed.made_at', 'desc')
    .limit(200)
    .execute();
  return rows.map(toEmbed);
}

export async function findEmbed(db: Db, embedId: string): Promise<Embed | undefined> {
  const row = await selectEmbeds(db).where('embed.embed_id', '=', embedId).executeTakeFirst();
  return row === undefined ? undefined : toEmbed(row);
}

export type LiveEmbed = Embed & { formCode: string; organisationId: string };

/** An embed that has not ended, by what names it in addresses. */
export async function findLiveEmbed(db: Db, embedKey: string): Promise<LiveEmbed | undefined> {
  const row = await selectEmbeds(db)
    .where('embed.embed_key', '=', embedKey)
    .where('embed.ended_at', 'is', null)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return { ...toEmbed(row), formCode: row.form_code, organisationId: row.organisation_id };
}

type By = { accountId: string | null; now: Date };

export async function insertEmbed(db: Db, embed: NewEmbed & { embedKey: string }, by: By): Promise<string> {
  const embedId = newId(by.now.getTime());
  await db
    .insertInto('embeds.embed')
    .values({
      embed_id: embedId,
      embed_key: embed.embedKey,
      form_code: embed.formCode,
      organisation_id: embed.organisationId,
      origins: [...new Set(embed.origins)],
      made_by: by.accountId,
      made_at: by.now,
    })
    .execute();
  return embedId;
}

export async function saveEnded(db: Db, embedId: string, now: Date): Promise<void> {
  await db
    .updateTable('embeds.embed')
    .set({ ended_at: now })
    .where('embed_id', '=', embedId)
    .where('ended_at', 'is', null)
    .execute();
}
