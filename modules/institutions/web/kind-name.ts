import { textIn, type Locale, type LocalizedText } from '@qantara/kernel';
import type { InstitutionKind, Requirement } from '../contract/index.ts';

/** The name of a kind, which is data; a kind that was taken out is called by nothing. */
export function kindName(kinds: InstitutionKind[], kindCode: string): LocalizedText | null {
  return kinds.find((kind) => kind.kindCode === kindCode)?.name ?? null;
}

/** The kinds to choose from. */
export function kindChoices(kinds: InstitutionKind[], locale: Locale): { value: string; label: string }[] {
  return kinds.map(({ kindCode, name }) => ({ value: kindCode, label: textIn(name, locale).text }));
}

/** The requirements to choose from. */
export function requirementChoices(requirements: Requirement[], locale: Locale): { value: string; label: string }[] {
  return requirements.map(({ requirementCode, name }) => ({
    value: requirementCode,
    label: textIn(name, locale).text,
  }));
}
