import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PolicySeed } from './plans/policy-seed.ts';
import type { PlanDetailsSeed } from './plans/plan-details-seed.ts';
import type { PlanSeed, TownPlanSeed } from './plans/plan-seed.ts';
import type {
  AloneReason,
  ChildAssent,
  DataCategory,
  NewCorrection,
  OverrideBasis,
  OverrideTelling,
  ProxyRelation,
  RefusalReason,
  SaidBy,
} from '@qantara/people/contract';
import type { Locale, LocalizedText } from '@qantara/kernel';
import type { NewAgreement } from '@qantara/agreements/contract';
import type { SuggestedField, SuggestionKind, Weekday } from '@qantara/curation/contract';
import type { AlertSeverity } from '@qantara/directory/contract';
import type { AssetKind } from '@qantara/assets/contract';
import type { FormDefinition, FormPurpose, Question } from '@qantara/forms/contract';
import type {
  InspectionOutcome,
  InspectionReason,
  LicenceStep,
  Severity,
  ShortcomingStep,
} from '@qantara/institutions/contract';
import type { Need } from '@qantara/directory/contract';
import type { RoleProposal, RoleTemplate } from '@qantara/identity/contract';
import type { PlanDocument } from '@qantara/plan/contract';
import type { NewArea } from '@qantara/territory/server';
import type { NewIndicator } from '@qantara/indicators/server';
import type { NewOrganisation } from '@qantara/organisations/server';
import type { NewService } from '@qantara/directory/server';
import type { CalendarSeed } from './calendar-seed.ts';
import type { CohortSeed } from './groups/cohort-seed.ts';

const SEEDS = join(import.meta.dirname, '../../../db/seeds');

export type OrganisationSeed = Pick<
  NewOrganisation,
  'name' | 'description' | 'sector' | 'email' | 'phone' | 'website' | 'receivesReferrals'
> & { key: string; areaCode: string };

export type ServiceSeed = Required<
  Pick<
    NewService,
    | 'name'
    | 'description'
    | 'eligibility'
    | 'fees'
    | 'applicationProcess'
    | 'minimumAge'
    | 'maximumAge'
    | 'languages'
    | 'needCodes'
    | 'areaCodes'
    | 'capacity'
    | 'status'
  >
> & {
  key: string;
  organisationKey: string;
  monthsSinceAssured: number;
  phone: string;
  location: {
    areaCode: string;
    address: string;
    latitude: number;
    longitude: number;
    isConfidential: boolean;
    accessibility: LocalizedText | null;
  };
  schedule: { weekdays: number[]; opensAt: string; closesAt: string };
};

export type IndicatorSeed = Omit<NewIndicator, 'ownerOrganisationId'> & {
  observations: {
    areaCode: string;
    startsOn: string;
    endsOn: string;
    cut?: string;
    numerator: number;
    denominator: number;
  }[];
};

export type AccountSeed = {
  email: string;
  displayName: string;
  role: RoleTemplate;
  organisationKey: string | null;
  locale: 'ar' | 'fr' | 'en';
};

export type PersonSeed = Omit<AccountSeed, 'role'>;

/** What the sample tells of roles: a composed one and who holds it, teams, a role that waits for agreement, and one that was refused. */
export type RolesSeed = {
  teams: { organisationKey: string; name: LocalizedText; members: string[] }[];
  composed: RoleProposal & { reason: string };
  holder: PersonSeed;
  waiting: PersonSeed & { role: string; reason: string };
  refused: { email: string; role: string; reason: string; note: string };
};

export type InstitutionSeed = {
  key: string;
  organisationKey: string;
  areaCode: string;
  kindCode: string;
  name: LocalizedText;
  phone: string;
  address: string;
  latitude: number;
  longitude: number;
  isConfidential: boolean;
  capacityApproved: number;
  placesOccupied: number;
  countedDaysAgo: number;
  licence: { monthsAgo: number; step: LicenceStep; number?: string; validMonths?: number }[];
  visits: {
    monthsAgo: number;
    reason: InspectionReason;
    outcome: InspectionOutcome;
    team: string;
    summary: string;
    shortcomings: {
      requirementCode: string;
      severity: Severity;
      text: string;
      dueAfterDays: number;
      steps: { step: ShortcomingStep; note: string }[];
    }[];
  }[];
  planned: { inDays: number; reason: InspectionReason; team: string }[];
};

export type AssetSeed = {
  kind: AssetKind;
  areaCode: string;
  organisationKey: string | null;
  name: LocalizedText;
  description: LocalizedText;
  tags: string[];
  phone: string | null;
  isConfidential: boolean;
  latitude: number | null;
  longitude: number | null;
};

export type AgreementSeed = Pick<NewAgreement, 'kind' | 'title' | 'summary' | 'purposes' | 'categories'> & {
  startsDaysAgo: number;
  lastsDays: number | null;
  parties: 'all' | string[];
  unsigned?: true;
};

type Said = Partial<
  Record<SuggestedField | 'message' | 'contactName' | 'contactRole' | 'contactEmail' | 'contactPhone', string>
>;

export type SuggestionSeed = Said & {
  daysAgo: number;
  kind: SuggestionKind;
  serviceKey?: string;
  locale: Locale;
  isFromKeeper?: boolean;
  decision?: {
    take?: SuggestedField[];
    /** What is entered by hand of what was suggested. */
    hours?: { days: Weekday[]; opensAt: string; closesAt: string }[];
    answer?: string;
    reject?: string;
  };
};

export type CurationSeed = {
  keepers: { organisationKey: string; name: string; role: string; locale: Locale }[];
  cadences: { serviceKey: string; months: number }[];
  translations: {
    serviceKey: string;
    field: 'name' | 'description';
    locale: Locale;
    fromLocale: Locale;
    isOutdated: boolean;
  }[];
  suggestions: SuggestionSeed[];
  alerts: {
    areaCode?: string;
    serviceKey?: string;
    severity: AlertSeverity;
    inDays: number;
    daysAgo: number;
    text: LocalizedText;
  }[];
  doubles: {
    source: string;
    services: {
      key: string;
      organisationKey: string;
      twinKey: string;
      name: LocalizedText;
      description: LocalizedText;
    }[];
    organisations: { source: string; key: string; name: LocalizedText; website: string }[];
  };
};

/** What people of the sample said about sharing, and what was shared without them. */
export type ConsentSeeds = {
  published: LocalizedText;
  draft: LocalizedText;
  refusals: {
    reasonCode: RefusalReason | null;
    reason: string | null;
    saidBy: SaidBy;
    locale: Locale;
    daysAgo: number;
  }[];
  overrides: {
    basis: OverrideBasis;
    recipients: string[];
    categories: DataCategory[];
    telling: OverrideTelling;
    daysAgo: number;
    reason: string;
    isChild?: boolean;
  }[];
  children: {
    displayName: string;
    age: number;
    relation?: ProxyRelation;
    guardian?: string;
    assent?: ChildAssent;
    alone?: AloneReason;
    locale: Locale;
  }[];
  /** `{name}` and `{year}` are those of the person who asks. */
  corrections: (NewCorrection & { daysAgo: number; locale: Locale; declineReason?: string })[];
};

type Names = Record<'arabic' | 'latin', { first: string[]; last: string[] }>;

/** One file of `db/seeds`, as it stands. */
export function readSeed<T>(path: string): T {
  return JSON.parse(readFileSync(join(SEEDS, path), 'utf8')) as T;
}

/** Forms that people of the sample wrote, and what is being added to the next version of one. */
export type FormSeeds = {
  forms: (Pick<FormDefinition, 'code' | 'title' | 'body'> & { purpose: FormPurpose })[];
  drafts: { code: string; addQuestion: Question }[];
};

/** The invented region and what every region starts with, as the files of `db/seeds` hold them. */
export const seeds = {
  needs: () => readSeed<Need[]>('needs.json'),
  screening: () => readSeed<FormDefinition>('forms/regional-screening.json'),
  forms: () => readSeed<FormSeeds>('sample/forms.json'),
  areas: () => readSeed<NewArea[]>('sample/areas.json'),
  calendar: () => readSeed<CalendarSeed>('sample/calendar.json'),
  organisations: () => readSeed<OrganisationSeed[]>('sample/organisations.json'),
  services: () => readSeed<ServiceSeed[]>('sample/services.json'),
  indicators: () => readSeed<IndicatorSeed[]>('sample/indicators.json'),
  plan: () => readSeed<PlanSeed>('sample/plan.json'),
  planIndicators: () => readSeed<IndicatorSeed[]>('sample/plans/indicators.json'),
  policies: () => readSeed<PolicySeed[]>('sample/policies.json'),
  healthPlan: () => readSeed<PlanDocument>('sample/plans/health-of-marsa-sabil.json'),
  nationalPlan: () => readSeed<PlanDocument>('sample/plans/national-solidarity.json'),
  institutions: () => readSeed<InstitutionSeed[]>('sample/institutions.json'),
  assets: () => readSeed<AssetSeed[]>('sample/assets.json'),
  agreements: () => readSeed<{ signatories: string[]; agreements: AgreementSeed[] }>('sample/agreements.json'),
  consents: () => readSeed<ConsentSeeds>('sample/consents.json'),
  curation: () => readSeed<CurationSeed>('sample/curation.json'),
  cohorts: () => readSeed<CohortSeed[]>('sample/cohorts.json'),
  names: () => readSeed<Names>('sample/names.json'),
  accounts: () => readSeed<{ password: string; resident: string; accounts: AccountSeed[] }>('sample/accounts.json'),
  roles: () => readSeed<RolesSeed>('sample/roles.json'),
  townPlan: () => readSeed<TownPlanSeed>('sample/town-plan.json'),
  planDetails: () => readSeed<PlanDetailsSeed>('sample/plan-details.json'),
};
