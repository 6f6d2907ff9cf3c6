import type { PopulationGroup } from '@qantara/governance/contract';
import type { Locale, LocalizedText } from '@qantara/kernel';
import type {
  CheckCode,
  ConsultationWay,
  ItemDetails,
  LinkedProgramme,
  News,
  Partner,
  Progress,
  Review,
} from '@qantara/plan/contract';

/** What a node of the sample says, with organisations, areas, services and colleagues by their keys. */
export type DetailSeed = Partial<
  Pick<ItemDetails, 'levers' | 'populations' | 'factors' | 'milestones' | 'budget' | 'evidence' | 'logic'>
> & {
  ownerEmail?: string | null;
  areaCodes?: string[];
  partners?: (Omit<Partner, 'organisationId'> & { organisationKey: string })[];
  programmes?: (Omit<LinkedProgramme, 'serviceId'> & { serviceKey: string | null })[];
};

export type PlanDetailsSeed = {
  items: Record<string, DetailSeed>;
  news: {
    number: string;
    daysAgo: number;
    progress: Progress;
    shareDone: number;
    locale: Locale;
    story: string;
    obstacle: string;
    by: News['by'];
  }[];
  consultations: {
    population: PopulationGroup;
    daysAgo: number;
    way: ConsultationWay;
    organisationKey: string;
    said: LocalizedText;
  }[];
  reviews: (Pick<Review, 'story' | 'partners' | 'whatWorks' | 'nextSteps' | 'locale'> & {
    indicatorCode: string;
    daysAgo: number;
    /** Years before this one, and the value expected in each if nothing changes. */
    forecast: [yearsAgo: number, value: number][];
  })[];
  answers: { code: CheckCode; isMet: boolean; note: string }[];
};
