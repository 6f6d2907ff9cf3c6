import { LOCALES, type Locale } from '@qantara/kernel';
import type { Choice } from '../form/SelectField.tsx';

/** Each language by the name it gives itself. */
export const LOCALE_NAMES: Record<Locale, string> = { ar: 'العربية', fr: 'Français', en: 'English' };

/** The languages to choose from, each by the name it gives itself. */
export const LOCALE_CHOICES: readonly Choice[] = LOCALES.map((value) => ({ value, label: LOCALE_NAMES[value] }));
