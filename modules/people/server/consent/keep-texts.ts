import { LOCALES, refuse, type LocalizedText } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import type { ConsentPurpose, ConsentText, DraftedText } from '../../contract/index.ts';
import { findAgeOfMajority, findText, listTexts, saveAgeOfMajority, textVersions, toText } from './text-store.ts';
import type { PeopleTables } from '../tables.gen.ts';

type PeopleCtx = Ctx<PeopleTables>;
type Key = { purpose: ConsentPurpose; number: number };

const isWhole = (words: LocalizedText): boolean => LOCALES.every((locale) => (words[locale] ?? '') !== '');

/** Every version, drafts too, and from which age somebody decides alone. */
export async function listConsentTexts(ctx: PeopleCtx) {
  return { texts: await listTexts(ctx.db), ageOfMajority: await findAgeOfMajority(ctx.db) };
}

/** What is read today. */
export async function listCurrentTexts(ctx: PeopleCtx) {
  return { texts: await listTexts(ctx.db, { isCurrent: true }), ageOfMajority: await findAgeOfMajority(ctx.db) };
}

/** One version as it was read; a draft does not exist for whoever asks here. */
export async function getConsentText(ctx: PeopleCtx, key: Key): Promise<ConsentText> {
  const text = await findText(ctx.db, key);
  return text === undefined || text.state === 'drafted' ? refuse('consent_text_not_found') : text;
}

/** Writes the next version, as long as it is a draft. Refuses `consent_text_draft_changed` where somebody else was first. */
export async function draftConsentText(ctx: PeopleCtx, draft: DraftedText): Promise<ConsentText> {
  const { purpose, version } = draft;
  const words = Object.fromEntries(LOCALES.map((locale) => [locale, draft.words[locale] ?? '']));
  const row =
    version === 0
      ? await textVersions.insertDraft(ctx, { key: purpose, words })
      : await textVersions.saveDraft(ctx, { key: purpose, words, version });
  const saved = toText(row ?? refuse('consent_text_draft_changed'));
  ctx.emit({ type: 'consent_text.drafted', subject: saved.textId, data: { purpose } });
  return saved;
}

/**
 * The draft is read from now on, and never changed again (the database keeps it so). Consents under the version before stay what they
 * were. Refuses `consent_text_not_whole` where a language is missing: nobody is read a text in a language that is not theirs.
 */
export async function publishConsentText(ctx: PeopleCtx, given: Key & { version: number }): Promise<ConsentText> {
  const draft = await findText(ctx.db, given);
  if (draft?.state !== 'drafted') return refuse('consent_text_not_found');
  if (!isWhole(draft.words)) refuse('consent_text_not_whole');
  const row = await textVersions.savePublished(ctx, { ...given, key: given.purpose });
  const published = toText(row ?? refuse('consent_text_draft_changed'));
  const { purpose, number } = published;
  ctx.emit({ type: 'consent_text.published', subject: published.textId, data: { purpose, number } });
  return published;
}

/** From which age the law of the region lets somebody decide alone. */
export async function setAgeOfMajority(ctx: PeopleCtx, { ageOfMajority }: { ageOfMajority: number }) {
  const subject = await saveAgeOfMajority(ctx.db, ageOfMajority);
  ctx.emit({ type: 'people_setting.changed', subject, data: { ageOfMajority } });
  return { ageOfMajority };
}
