import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  clientFor,
  LOCALES,
  translatorFor,
  type Catalogue,
  type Client,
  type Locale,
  type Translate,
} from '@qantara/kernel';
import { curationRoutes } from '@qantara/curation/contract';
import { formsRoutes } from '@qantara/forms/contract';
import { peopleRoutes } from '@qantara/people/contract';
import type { Ctx, WireAsked } from '@qantara/platform';
import { referralsRoutes } from '@qantara/referrals/contract';
import { screeningRoutes } from '@qantara/screening/contract';
import type { Question, Resource } from '../domain/index.ts';
import type { FhirTables } from './tables.gen.ts';

/** One call of this interface: who asks and how, and the routes of the product, called as them. */
export type Call = {
  ctx: Ctx<FhirTables>;
  asked: WireAsked;
  /** `https://sabil.example/fhir` */
  base: string;
  locale: Locale;
  organisationId: string;
  say: Translate;
  curation: Client<typeof curationRoutes>;
  people: Client<typeof peopleRoutes>;
  referrals: Client<typeof referralsRoutes>;
  screening: Client<typeof screeningRoutes>;
  forms: Client<typeof formsRoutes>;
};

const catalogueOf = (locale: Locale): Catalogue =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../i18n', `${locale}.json`), 'utf8')) as Catalogue;
const WORDS = Object.fromEntries(
  LOCALES.map((locale) => [locale, translatorFor(locale, catalogueOf(locale))]),
) as Record<Locale, Translate>;

export function callOf(ctx: Ctx<FhirTables>, asked: WireAsked): Call {
  const { invoke, locale, origin } = asked;
  return {
    ctx,
    asked,
    base: `${origin}/fhir`,
    locale,
    organisationId: ctx.actor.organisationId ?? '',
    say: WORDS[locale],
    curation: clientFor(curationRoutes, invoke),
    people: clientFor(peopleRoutes, invoke),
    referrals: clientFor(referralsRoutes, invoke),
    screening: clientFor(screeningRoutes, invoke),
    forms: clientFor(formsRoutes, invoke),
  };
}

/** A page of what a search found; where the next begins, and how many there are where that is known for nothing. */
export type Page = { resources: Resource[]; next: string | null; total?: number };

export const NOTHING: Page = { resources: [], next: null };

/** What this interface does with one type, behind its addresses. What is not there, or may not be known, is undefined. */
export type Kind = {
  read: (call: Call, id: string) => Promise<Resource | undefined>;
  search: (call: Call, question: Question) => Promise<Page>;
  /** Those of a page's references that may be shown, in few statements. */
  include?: (call: Call, ids: string[], of: readonly Resource[]) => Promise<Resource[]>;
  create?: (call: Call, body: Resource) => Promise<Resource>;
  /** Over what was read of it just before. */
  update?: (call: Call, body: Resource, before: Resource) => Promise<Resource>;
  /** Every version, the newest first. */
  versions?: (call: Call, id: string) => Promise<Resource[]>;
};

/** What of a page is shown, and whether there is more: one more than is shown was asked for. */
export function paged<T>(
  found: readonly T[],
  count: number,
  placeOf: (last: T) => string,
): { shown: T[]; next: string | null } {
  const shown = found.slice(0, count);
  const last = shown.at(-1);
  return { shown, next: found.length > count && last !== undefined ? placeOf(last) : null };
}
