import { LOCALES, newId, refuse, type Locale, type LocalizedText } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import type {
  DraftedNotice,
  NoticePreview,
  NoticeTemplate,
  NoticeText,
  NoticeWords,
  TemplatePage,
} from '../../contract/index.ts';
import { faultsOfWords, fillWords, smsSizeOf, type ShownValues } from '../../domain/index.ts';
import type { NotificationsTables } from '../tables.gen.ts';
import { dateShown } from './date-shown.ts';
import { TEMPLATES } from './shipped-templates.ts';
import { listTexts, textVersions, toText } from './text-store.ts';

type TextCtx = Ctx<NotificationsTables>;

const DAY = 86_400_000;
const SECRET = 'V1StGXR8Z5jdHi6BmyTqL3oWcKaNpUeF';
/** Invented, as every value of a preview is. */
const NAMES: Record<string, Record<Locale, string>> = {
  organisation: { ar: 'جمعية الجسر', fr: 'Association du Pont', en: 'Bridge Association' },
  need: { ar: 'طعام', fr: 'Aide alimentaire', en: 'Food' },
  service: { ar: 'مطبخ الحي', fr: 'Cuisine du quartier', en: 'Neighbourhood kitchen' },
};

function sampleOf(ctx: TextCtx, template: NoticeTemplate, locale: Locale): ShownValues {
  const path = (template.paths[0] ?? '').replace(':secret', SECRET).replace(':id', newId());
  const of: Record<string, string> = {
    link: `${ctx.outside.address}/${locale}${path}`,
    mark: 'b7c40d92',
    count: '3',
    date: dateShown(ctx, locale, new Date(ctx.now.getTime() + 3 * DAY).toISOString().slice(0, 10)),
  };
  const entries = Object.entries(template.placeholders);
  return Object.fromEntries(entries.map(([name, kind]) => [name, of[kind] ?? NAMES[kind]?.[locale] ?? '']));
}

function previewOf(
  ctx: TextCtx,
  template: NoticeTemplate,
  given: { words: NoticeWords; locale: Locale },
): NoticePreview {
  const { words, locale } = given;
  const filled = fillWords(template, words, { locale, values: sampleOf(ctx, template, locale) });
  return { locale, ...filled, ...smsSizeOf(filled.short) };
}

const shippedText = ({ words }: NoticeTemplate): NoticeText => ({
  number: 0,
  state: 'published',
  words,
  version: 0,
  publishedAt: null,
});

function pageOf(ctx: TextCtx, template: NoticeTemplate, written: NoticeText[]): TemplatePage {
  const isWritten = written.some(({ state }) => state === 'published');
  const shipped: NoticeText = isWritten ? { ...shippedText(template), state: 'superseded' } : shippedText(template);
  const texts = [...written, shipped];
  const shown = texts.find(({ state }) => state === 'drafted') ?? texts.find(({ state }) => state === 'published');
  const { code, topic, name, to, placeholders } = template;
  return {
    code,
    topic,
    name,
    to,
    placeholders: Object.entries(placeholders).map(([one, kind]) => ({ name: one, kind })),
    texts,
    previews: LOCALES.map((locale) => previewOf(ctx, template, { words: (shown ?? shipped).words, locale })),
  };
}

/** Every template, with the words that this region wrote and those that are shipped. */
export async function listTemplates(ctx: TextCtx) {
  const written = await listTexts(ctx);
  return { templates: [...TEMPLATES.values()].map((one) => pageOf(ctx, one, written.get(one.code) ?? [])) };
}

const knownTemplate = (code: string): NoticeTemplate => TEMPLATES.get(code) ?? refuse('template_not_found');

/** One template, and how it arrives. */
export async function getTemplate(ctx: TextCtx, { template: code }: { template: string }): Promise<TemplatePage> {
  const template = knownTemplate(code);
  return pageOf(ctx, template, (await listTexts(ctx, code)).get(code) ?? []);
}

const wordsOf = (given: Partial<Record<Locale, string | undefined>>): LocalizedText =>
  Object.fromEntries(LOCALES.map((locale) => [locale, given[locale] ?? '']));

function refuseUnsound(template: NoticeTemplate, words: NoticeWords, mustBeWhole: boolean): void {
  const fields = faultsOfWords(template, words, mustBeWhole);
  if (fields.length > 0) refuse('notice_text_unsound', { fields });
}

/**
 * Writes the next version, as long as it is a draft. Refuses `notice_text_unsound` with the field and what is wrong in it: a placeholder
 * that the template does not declare, a link that is missing, too many parts; `notice_text_changed` where somebody else was first.
 */
export async function draftText(ctx: TextCtx, draft: DraftedNotice): Promise<NoticeText> {
  const template = knownTemplate(draft.template);
  const words: NoticeWords = {
    subject: wordsOf(draft.subject),
    body: wordsOf(draft.body),
    short: wordsOf(draft.short),
    disguised: template.to.includes('person') ? wordsOf(draft.disguised ?? {}) : null,
  };
  refuseUnsound(template, words, false);
  const { version } = draft;
  const row =
    version === 0
      ? await textVersions.insertDraft(ctx, { key: template.code, words })
      : await textVersions.saveDraft(ctx, { key: template.code, words, version });
  const saved = toText(row ?? refuse('notice_text_changed'));
  ctx.emit({ type: 'notice_text.drafted', subject: newId(ctx.now.getTime()), data: { template: template.code } });
  return saved;
}

/** The draft is sent from now on, and never changed again. Refuses `notice_text_unsound` where a language is missing. */
export async function publishText(
  ctx: TextCtx,
  key: { template: string; number: number; version: number },
): Promise<NoticeText> {
  const template = knownTemplate(key.template);
  const written = (await listTexts(ctx, key.template)).get(key.template) ?? [];
  const draft = written.find(({ number, state }) => number === key.number && state === 'drafted');
  if (draft === undefined) return refuse('notice_text_changed');
  refuseUnsound(template, draft.words, true);
  const row = await textVersions.savePublished(ctx, { ...key, key: template.code });
  const published = toText(row ?? refuse('notice_text_changed'));
  const data = { template: template.code, number: published.number };
  ctx.emit({ type: 'notice_text.published', subject: newId(ctx.now.getTime()), data });
  return published;
}
