import type { Locale } from '@qantara/kernel';
import type { WireAsked } from '@qantara/platform';
import type { ApiQuestion } from '../../contract/api-question.ts';

/** How an answer speaks: in which language, and by HSDS alone or with our profile's additions. */
export type Manner = { locale: Locale; withProfile: boolean; from: { latitude: number; longitude: number } | null };

/** The language that was asked for, else the caller's; our profile where the parameter or the Accept header names it. */
export function mannerOf(question: ApiQuestion, asked: WireAsked): Manner {
  const accepts = /profile="?[^";]*\/hsds\/profile/i.test(asked.accept);
  const isAsked = question.profile === undefined ? accepts : question.profile === 'qantara';
  return { locale: question.lang ?? asked.locale, withProfile: isAsked, from: null };
}
