import { EXPORT_FILES, type ExportFile } from '@qantara/hsds/contract';
import { lastDayOf } from '@qantara/indicators/domain';
import type { LocalizedText } from '@qantara/kernel';
import type { Plan } from '@qantara/plan/contract';
import { cidsFiles } from '../cids/files.ts';
import { yearsOf } from '../tables/figure-tables.ts';
import { SHAPES } from '../tables/index.ts';
import type { OpenData } from '../tables/open-data.ts';
import type { TableName } from '../tables/table.ts';
import type { OpenDataset, OpenFile, OpenSeries } from './dataset.ts';
import type { Format } from './vocabulary.ts';

const CSVW = 'http://www.w3.org/ns/csvw';
const HSDS = 'https://docs.openreferral.org/en/3.1.0/';

/** The length and the sum of each file that we make, by its name. */
export type Measured = ReadonlyMap<string, { bytes: number; checksum: string }>;

const WORDS = {
  well_being: { ar: 'رفاه المجتمع', fr: 'bien-être collectif', en: 'community well-being' },
  services: { ar: 'خدمات اجتماعية', fr: 'services sociaux', en: 'social services' },
  indicators: { ar: 'مؤشرات', fr: 'indicateurs', en: 'indicators' },
  referrals: { ar: 'إحالات', fr: 'orientations', en: 'referrals' },
  plan: { ar: 'خطة عمل', fr: 'plan d’action', en: 'action plan' },
  policies: { ar: 'سياسات عمومية', fr: 'politiques publiques', en: 'public policy' },
  residents: { ar: 'كلام السكان', fr: 'parole des habitants', en: 'residents’ words' },
} satisfies Record<string, LocalizedText>;

const EXPORTED: Record<ExportFile, { format: Format; title: LocalizedText }> = {
  'hsds.zip': { format: 'zip', title: { ar: 'حزمة HSDS 3.1', fr: 'Paquet HSDS 3.1', en: 'HSDS 3.1 package' } },
  'directory.json': {
    format: 'json',
    title: { ar: 'الدليل بصيغة JSON', fr: 'L’annuaire en JSON', en: 'The directory as JSON' },
  },
  'services.ndjson': {
    format: 'ndjson',
    title: { ar: 'الخدمات سطرًا سطرًا', fr: 'Les services, un par ligne', en: 'Services, one a line' },
  },
  'services.csv': { format: 'csv', title: { ar: 'جدول الخدمات', fr: 'Tableau des services', en: 'Table of services' } },
  'directory.xlsx': { format: 'xlsx', title: { ar: 'مصنف Excel', fr: 'Classeur Excel', en: 'Workbook' } },
};

const bare = { issued: null, modified: null, temporal: null, areaId: null, series: null } as const;

export const FIGURES_SERIES: OpenSeries = {
  code: 'figures-by-year',
  title: { ar: 'أرقام كل سنة', fr: 'Chiffres année par année', en: 'Figures year by year' },
  about: {
    ar: 'الأرقام نفسها، ملفّ لكل سنة.',
    fr: 'Les mêmes chiffres, un fichier par année.',
    en: 'The same figures, one file for each year.',
  },
  theme: 'SOCI',
  rhythm: 'ANNUAL',
};

function tableFile(table: TableName, measured: Measured, file = `${table}.csv`): OpenFile {
  const of = measured.get(file);
  return {
    path: `/data/${file}`,
    title: SHAPES[table].title,
    format: 'csv',
    checksum: of?.checksum ?? null,
    bytes: of?.bytes ?? null,
    conformsTo: CSVW,
  };
}

function services(): OpenDataset {
  return {
    ...bare,
    code: 'services',
    title: { ar: 'دليل الخدمات', fr: 'Annuaire des services', en: 'Directory of services' },
    about: {
      ar: 'خدمات الجهة وأماكنها ومواعيدها، بمعيار HSDS 3.1، ملفات وواجهة برمجية. لا يُقال شيء عن الأماكن السرية.',
      fr: 'Les services de la région, leurs lieux et leurs horaires, au format HSDS 3.1, en fichiers et par une interface. Rien n’est dit des lieux confidentiels.',
      en: 'The services of the region, their places and hours, in HSDS 3.1, as files and as an interface. Nothing is told of confidential places.',
    },
    keywords: [WORDS.services, WORDS.well_being],
    theme: 'SOCI',
    rhythm: 'CONT',
    page: '/services',
    files: EXPORT_FILES.map((file) => ({
      path: `/hsds/export/${file}`,
      ...EXPORTED[file],
      checksum: null,
      bytes: null,
      conformsTo: HSDS,
    })),
  };
}

/** From the first moment that something stands as of to the last. */
function momentsOf(figures: OpenData['figures']): { issued: string | null; modified: string | null } {
  const moments = figures.flatMap(({ asOf }) => asOf ?? []).toSorted();
  return { issued: moments[0] ?? null, modified: moments.at(-1) ?? null };
}

function daysOf(figures: OpenData['figures']): OpenDataset['temporal'] {
  const first = figures.map(({ period }) => period.startsOn).toSorted()[0];
  const last = figures
    .map(({ period }) => lastDayOf(period))
    .toSorted()
    .at(-1);
  return first === undefined || last === undefined ? null : { first, last };
}

function figureSets(data: OpenData, measured: Measured): OpenDataset[] {
  const { title, about } = SHAPES.figures;
  const keywords = [WORDS.indicators, WORDS.referrals, WORDS.well_being];
  const shared = { ...bare, about, keywords, theme: 'SOCI', page: '/plan' } as const;
  const whole: OpenDataset = {
    ...shared,
    ...momentsOf(data.figures),
    code: 'figures',
    title,
    rhythm: 'MONTHLY',
    temporal: daysOf(data.figures),
    files: [tableFile('figures', measured), tableFile('areas', measured), tableFile('needs', measured)],
  };
  const years = yearsOf(data).map((year): OpenDataset => {
    const ofYear = data.figures.filter(({ period }) => period.startsOn.startsWith(`${year}-`));
    return {
      ...shared,
      ...momentsOf(ofYear),
      code: `figures-${year}`,
      title: { ar: `${title.ar} ${year}`, fr: `${title.fr} ${year}`, en: `${title.en} ${year}` },
      rhythm: 'ANNUAL',
      temporal: daysOf(ofYear),
      series: FIGURES_SERIES.code,
      files: [tableFile('figures', measured, `figures-${year}.csv`)],
    };
  });
  return [whole, ...years];
}

function definitions(measured: Measured): OpenDataset {
  const { title, about } = SHAPES.indicators;
  return {
    ...bare,
    code: 'indicators',
    title,
    about,
    keywords: [WORDS.indicators],
    theme: 'SOCI',
    rhythm: 'IRREG',
    page: '/plan',
    files: [tableFile('indicators', measured)],
  };
}

const planSet = (data: OpenData, measured: Measured): OpenDataset => ({
  ...bare,
  code: 'plans',
  title: SHAPES.plans.title,
  about: {
    ar: 'كل الخطط المنشورة جداولَ: الخطط، وما فيها من أولويات وأهداف ومبادرات، وغاياتها.',
    fr: 'Tous les plans publiés en tableaux : les plans, leurs priorités, buts et initiatives, et leurs cibles.',
    en: 'All published plans as tables: the plans, their priorities, goals and initiatives, and their targets.',
  },
  keywords: [WORDS.plan, WORDS.well_being],
  theme: 'GOVE',
  rhythm: 'CONT',
  page: '/plans',
  issued: data.plans.flatMap(({ publishedAt }) => publishedAt ?? []).toSorted()[0] ?? null,
  files: [tableFile('plans', measured), tableFile('plan-nodes', measured), tableFile('targets', measured)],
});

const onePlan = (plan: Plan): OpenDataset => ({
  ...bare,
  code: `plan-${plan.planId}`,
  title: plan.name,
  about: plan.vision,
  keywords: [WORDS.plan],
  theme: 'GOVE',
  rhythm: 'CONT',
  page: `/plans/${plan.planId}`,
  issued: plan.publishedAt,
  temporal: { first: plan.startsOn, last: lastDayOf(plan) },
  areaId: plan.areaId,
  files: cidsFiles(plan.planId),
});

const policySet = (data: OpenData, measured: Measured): OpenDataset => ({
  ...bare,
  code: 'policies',
  title: SHAPES.policies.title,
  about: SHAPES.policies.about,
  keywords: [WORDS.policies, WORDS.plan],
  theme: 'GOVE',
  rhythm: 'IRREG',
  page: '/policies',
  modified:
    data.policies
      .flatMap(({ stages }) => stages.map(({ saidAt }) => saidAt))
      .toSorted()
      .at(-1) ?? null,
  files: [tableFile('policies', measured)],
});

const quoteSet = (measured: Measured): OpenDataset => ({
  ...bare,
  code: 'quotes',
  title: SHAPES.quotes.title,
  about: SHAPES.quotes.about,
  keywords: [WORDS.residents],
  theme: 'SOCI',
  rhythm: 'IRREG',
  page: null,
  files: [tableFile('quotes', measured)],
});

/** Everything that is given away, in the order in which people are told of it. */
export function listDatasets(data: OpenData, measured: Measured): OpenDataset[] {
  return [
    services(),
    ...figureSets(data, measured),
    definitions(measured),
    planSet(data, measured),
    ...data.plans.map(onePlan),
    policySet(data, measured),
    quoteSet(measured),
  ];
}
