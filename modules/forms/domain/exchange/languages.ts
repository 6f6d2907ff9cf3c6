import type { Locale, LocalizedText } from '@qantara/kernel';

/** What files call our languages. */
const NAMES: Record<Locale, readonly string[]> = {
  ar: ['ar', 'ara', 'arabic', 'arabe', 'العربية', 'عربي', 'عربية'],
  fr: ['fr', 'fra', 'fre', 'french', 'français', 'francais', 'الفرنسية', 'فرنسية'],
  en: ['en', 'eng', 'english', 'anglais', 'الإنجليزية', 'انجليزية'],
};

/** How a heading names each language, as the XLSForm specification asks for. */
export const LANGUAGE_HEADINGS: Record<Locale, string> = { ar: 'Arabic (ar)', fr: 'French (fr)', en: 'English (en)' };

function isOf(locale: Locale, word: string): boolean {
  return NAMES[locale].includes(word) || NAMES[locale].includes(word.split(/[-_]/)[0] ?? '');
}

/** Which of our languages a word means: `Arabic (ar)`, `Arabic`, `ar-MA`, `العربية`; undefined for any other. */
export function localeNamed(said: string): Locale | undefined {
  const word = said.trim().toLowerCase();
  const subtag = /\(([^)]*)\)\s*$/.exec(word)?.[1]?.trim();
  const name = word.replace(/\s*\([^)]*\)\s*$/, '');
  return (['ar', 'fr', 'en'] as const).find((locale) =>
    subtag === undefined ? isOf(locale, name) : isOf(locale, subtag),
  );
}

/** What every question may be answered with, as other tools are told it. */
export const DECLINE_WORDS: LocalizedText = {
  ar: 'أفضّل ألا أقول',
  fr: 'Je préfère ne pas le dire',
  en: 'I prefer not to say',
};

/** What is said where a file brought a check without words. */
export const CHECK_WORDS: LocalizedText = {
  ar: 'هذا الجواب لا يناسب هذا السؤال.',
  fr: 'Cette réponse ne convient pas à cette question.',
  en: 'This answer does not fit the question.',
};

export const YES_NO_WORDS: readonly { code: string; text: LocalizedText }[] = [
  { code: 'yes', text: { ar: 'نعم', fr: 'Oui', en: 'Yes' } },
  { code: 'no', text: { ar: 'لا', fr: 'Non', en: 'No' } },
];

export const CONSENT_WORDS: readonly { code: string; text: LocalizedText }[] = [
  { code: 'agreed', text: { ar: 'أوافق', fr: 'J’accepte', en: 'I agree' } },
  { code: 'not_agreed', text: { ar: 'لا أوافق', fr: 'Je n’accepte pas', en: 'I do not agree' } },
];

export const OTHER_WORDS: LocalizedText = { ar: 'غير ذلك', fr: 'Autre', en: 'Other' };
export const OTHER_ASKED: LocalizedText = {
  ar: 'ما هو؟ اكتبه هنا',
  fr: 'Lequel ? Écrivez-le ici',
  en: 'Which one? Write it here',
};
