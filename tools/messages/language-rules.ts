import type { Language } from './catalogues.ts';
import { PLACEHOLDER, type MessageParts } from './message-parts.ts';

/** Names that are written the same everywhere. */
const PROPER_NAMES =
  /\b(Qantara|Français|English|HSDS|FHIR|OpenID Connect|GeoJSON|iCalendar|XLSForm|JSON-LD|OpenReferral|Open Referral|Excel|OpenStreetMap|PostgreSQL|GitHub|WhatsApp|Signal|Markdown|Schema\.org)\b/g;

const FRENCH_SPACES = '\u00A0\u202F';

/** What is wrong with a text in its language; nothing where all is well. */
export function languageFaults(language: Language, message: string, parts: MessageParts): string[] {
  const common = [...pluralFaults(language, parts), ...quoteFaults(message)];
  if (language === 'ar') return [...common, ...arabicFaults(parts.texts)];
  return language === 'fr' ? [...common, ...frenchFaults(parts.texts)] : common;
}

// A missing form is not a lesser text but a wrong one: Arabic has six, French has a form for whole millions.
function pluralFaults(language: Language, { choices }: MessageParts): string[] {
  return choices.flatMap(({ argument, kind, branches }) => {
    if (kind === 'select') return branches.includes('other') ? [] : [`{${argument}, select} has no "other"`];
    const type = kind === 'plural' ? 'cardinal' : 'ordinal';
    const wanted = new Intl.PluralRules(language, { type }).resolvedOptions().pluralCategories;
    // `=0 {nothing yet}` may stand beside the forms of the language, never instead of one.
    const named = branches.filter((branch) => !/^=?\d+$/.test(branch));
    const missing = wanted.filter((form) => !named.includes(form));
    const needless = named.filter((form) => !wanted.some((name) => name === form));
    return [
      ...(missing.length > 0 ? [`{${argument}, ${kind}} lacks ${missing.join(', ')}`] : []),
      ...(needless.length > 0
        ? [`{${argument}, ${kind}} has ${needless.join(', ')}, which the language never uses`]
        : []),
    ];
  });
}

// In ICU a straight apostrophe before a brace quotes it: "l'{name}" would show the braces.
function quoteFaults(message: string): string[] {
  return /'[{}#|]/.test(message) ? ["write ’, not ', before a placeholder"] : [];
}

function arabicFaults(texts: string[]): string[] {
  const whole = texts.join(' ').replaceAll(PROPER_NAMES, '');
  const hasArabic = /\p{Script=Arabic}/u.test(whole);
  const hasWords = /\p{Ll}{2}/u.test(whole);
  return [
    ...(hasWords && !hasArabic ? ['is not in Arabic'] : []),
    ...(hasArabic && /[,;?]/.test(whole.replaceAll(/https?:\S+/g, '')) ? ['use ، ؛ ؟ and not , ; ?'] : []),
  ];
}

function frenchFaults(texts: string[]): string[] {
  const bad = texts.flatMap((text) => [...text.replaceAll(/https?:\S+|mailto:\S+/g, '').matchAll(WANTS_SPACE)]);
  return [
    ...new Set(bad.map(([found]) => `a no-break space is missing by "${found.trim().replaceAll(PLACEHOLDER, '{…}')}"`)),
  ];
}

// Before : ; ! ? and inside « ». A colon inside a figure (10:30) and a mark after another (?!) want none.
const WANTS_SPACE = new RegExp(
  `(?:^|[^${FRENCH_SPACES}!?…(])[;!?](?![\\w/=])|[^${FRENCH_SPACES}]:(?=\\s|$|${PLACEHOLDER})|[^${FRENCH_SPACES}]»|«[^${FRENCH_SPACES}]`,
  'gu',
);
