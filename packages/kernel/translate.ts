import { setupI18n } from '@lingui/core';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import { keptDirection } from './keep-direction.ts';
import type { Locale } from './localized-text.ts';

/** Message keys to ICU messages, in one language. */
export type Catalogue = Record<string, string>;

/** `t('referrals.inbox.title', { count: 3 })`. A key that no catalogue holds comes back as itself. */
export type Translate = (key: string, values?: Record<string, string | number>) => string;

/** Languages as `Intl` is asked for them: Arabic with Latin digits, as the region writes them. */
export const INTL_LOCALE: Record<Locale, string> = { ar: 'ar-u-nu-latn', fr: 'fr', en: 'en-GB' };

/** The translator of one language. Messages are ICU; plural forms follow CLDR. */
export function translatorFor(locale: Locale, catalogue: Catalogue): Translate {
  const i18n = setupI18n({
    locale,
    locales: INTL_LOCALE[locale],
    messages: { [locale]: catalogue },
  });
  i18n.setMessagesCompiler(compileMessage);
  return (key, values = {}) => {
    const kept = Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? keptDirection(value) : value,
    ]);
    return i18n._(key, Object.fromEntries(kept));
  };
}
