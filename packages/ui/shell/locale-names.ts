import type { Locale } from '@qantara/kernel';

/** Each language by the name it gives itself. */
export const LOCALE_NAMES: Record<Locale, string> = { ar: 'العربية', fr: 'Français', en: 'English' };
