import type { LocalizedText } from '@qantara/kernel';
import { lastDayOf, wholeYearOf } from '@qantara/indicators/domain';
import { MARKER } from '@qantara/disclosure/domain';
import type { Figure, Period } from '@qantara/indicators/contract';
import type { OpenData, OpenFigure } from './open-data.ts';
import { cellOf, column, decimalOf, threeCells, threeColumns, type Table, type TableShape } from './table.ts';

const SCHEMA = 'https://schema.org/';
const SDMX = 'http://purl.org/linked-data/sdmx/2009/';
const NAME = `${SCHEMA}name`;

/** What stands for all needs, which is a row of theirs, and for all people. */
export const ALL = 'all';
const EVERY_NEED: LocalizedText = { ar: 'كل الاحتياجات', fr: 'Tous les besoins', en: 'All needs' };

const NAMED: LocalizedText = { ar: 'الاسم', fr: 'Nom', en: 'Name' };
const AREA: LocalizedText = { ar: 'المنطقة', fr: 'Territoire', en: 'Area' };
const NEED: LocalizedText = { ar: 'الاحتياج', fr: 'Besoin', en: 'Need' };
const INDICATOR: LocalizedText = { ar: 'المؤشر', fr: 'Indicateur', en: 'Indicator' };

export const AREAS: TableShape = {
  name: 'areas',
  title: { ar: 'المناطق', fr: 'Territoires', en: 'Areas' },
  about: {
    ar: 'الجهة وبلدياتها وأحياؤها، وما يقع منها داخل غيره.',
    fr: 'La région, ses communes et ses quartiers, et ce qui se trouve dans quoi.',
    en: 'The region, its municipalities and neighbourhoods, and which lies in which.',
  },
  columns: [
    column('area', AREA, { isRequired: true, property: `${SCHEMA}identifier` }),
    column(
      'parent',
      { ar: 'تقع داخل', fr: 'Se trouve dans', en: 'Lies in' },
      { property: `${SCHEMA}containedInPlace` },
    ),
    column('kind', { ar: 'النوع', fr: 'Type', en: 'Kind' }, { isRequired: true }),
    ...threeColumns('name', NAMED, NAME),
    column(
      'latitude',
      { ar: 'خط العرض', fr: 'Latitude', en: 'Latitude' },
      { datatype: 'decimal', property: `${SCHEMA}latitude` },
    ),
    column(
      'longitude',
      { ar: 'خط الطول', fr: 'Longitude', en: 'Longitude' },
      { datatype: 'decimal', property: `${SCHEMA}longitude` },
    ),
    column('population', { ar: 'عدد السكان', fr: 'Population', en: 'Population' }, { datatype: 'integer' }),
  ],
  primaryKey: ['area'],
  foreignKeys: [{ column: 'parent', table: 'areas', key: 'area' }],
};

export const NEEDS: TableShape = {
  name: 'needs',
  title: { ar: 'الاحتياجات', fr: 'Besoins', en: 'Needs' },
  about: {
    ar: 'ما يطلب الناس فيه المساعدة؛ ويدلّ all على كل الاحتياجات معًا.',
    fr: 'Ce pour quoi les gens demandent de l’aide ; all désigne tous les besoins ensemble.',
    en: 'What people ask for help with; all stands for every need together.',
  },
  columns: [column('need', NEED, { isRequired: true }), ...threeColumns('name', NAMED, NAME)],
  primaryKey: ['need'],
  foreignKeys: [],
};

export const INDICATORS: TableShape = {
  name: 'indicators',
  title: { ar: 'تعريفات المؤشرات', fr: 'Définitions des indicateurs', en: 'Definitions of indicators' },
  about: {
    ar: 'ما يقيسه كل مؤشر، وما الذي يُحسب منه، ومن أين يأتي، وكم مرة يُحدَّث.',
    fr: 'Ce que mesure chaque indicateur, d’où il vient et à quel rythme il est mis à jour.',
    en: 'What each indicator measures, where it comes from and how often it is brought up to date.',
  },
  columns: [
    column('indicator', INDICATOR, { isRequired: true, property: `${SCHEMA}identifier` }),
    column('level', { ar: 'المستوى', fr: 'Niveau', en: 'Level' }, { isRequired: true }),
    column(
      'unit',
      { ar: 'الوحدة', fr: 'Unité', en: 'Unit' },
      { isRequired: true, property: `${SDMX}attribute#unitMeasure` },
    ),
    column(
      'factor',
      { ar: 'لكل كم', fr: 'Pour combien', en: 'Out of how many' },
      { datatype: 'integer', isRequired: true, property: `${SDMX}attribute#unitMult` },
    ),
    column('better', { ar: 'الاتجاه الأحسن', fr: 'Sens favorable', en: 'Better when' }, { isRequired: true }),
    column(
      'frequency',
      { ar: 'الوتيرة', fr: 'Fréquence', en: 'Frequency' },
      { isRequired: true, property: `${SDMX}dimension#freq` },
    ),
    ...threeColumns('name', NAMED, NAME),
    ...threeColumns('definition', { ar: 'التعريف', fr: 'Définition', en: 'Definition' }, `${SCHEMA}description`),
    ...threeColumns('source', { ar: 'المصدر', fr: 'Source', en: 'Source' }),
    ...threeColumns('owner', { ar: 'الجهة المسؤولة', fr: 'Responsable', en: 'Owner' }),
  ],
  primaryKey: ['indicator'],
  foreignKeys: [],
};

const number = { datatype: 'decimal', isMarked: true } as const;

export const FIGURES: TableShape = {
  name: 'figures',
  title: { ar: 'الأرقام', fr: 'Chiffres', en: 'Figures' },
  about: {
    ar: 'رقم في كل سطر: لأي مؤشر ومنطقة وفترة واحتياج وفئة من الناس (sex وage وlanguage وpopulation، ويدلّ all على الجميع). x يعني رقمًا صغيرًا لا يُقال كي لا يُعرف أحد، و.. يعني رقمًا غير معروف، و0 صفر حقيقي.',
    fr: 'Un chiffre par ligne : indicateur, territoire, période, besoin, groupe de personnes (sex, age, language, population ; all : tout le monde). x : un petit nombre que l’on tait pour que personne ne soit reconnu ; .. : un nombre inconnu ; 0 : un vrai zéro.',
    en: 'One figure a line: indicator, area, period, need, group of people (sex, age, language, population; all is everybody). x is a small number that is not told, so that nobody can be recognised; .. is a number that is not known; 0 is a true zero.',
  },
  columns: [
    column('indicator', INDICATOR, { isRequired: true }),
    column('area', AREA, { isRequired: true, property: `${SDMX}dimension#refArea` }),
    column(
      'period',
      { ar: 'الفترة', fr: 'Période', en: 'Period' },
      { isRequired: true, property: `${SDMX}dimension#refPeriod` },
    ),
    column('first_day', { ar: 'أول يوم', fr: 'Premier jour', en: 'First day' }, { datatype: 'date', isRequired: true }),
    column('last_day', { ar: 'آخر يوم', fr: 'Dernier jour', en: 'Last day' }, { datatype: 'date', isRequired: true }),
    column('need', NEED, { isRequired: true }),
    column('part', { ar: 'الفئة', fr: 'Groupe', en: 'Group of people' }, { isRequired: true }),
    column('count', { ar: 'العدد', fr: 'Nombre', en: 'Count' }, number),
    column(
      'status',
      { ar: 'الحالة', fr: 'Statut', en: 'Status' },
      { isRequired: true, property: `${SDMX}attribute#obsStatus` },
    ),
    column('out_of', { ar: 'من أصل', fr: 'Sur', en: 'Out of' }, number),
    column('out_of_status', { ar: 'حالة الأصل', fr: 'Statut du total', en: 'Status of the whole' }),
    column('ratio', { ar: 'النسبة', fr: 'Rapport', en: 'Ratio' }, number),
    column('value', { ar: 'القيمة', fr: 'Valeur', en: 'Value' }, { ...number, property: `${SDMX}measure#obsValue` }),
    column('low', { ar: 'أدنى المجال', fr: 'Borne basse', en: 'Interval, low' }, { datatype: 'decimal' }),
    column('high', { ar: 'أعلى المجال', fr: 'Borne haute', en: 'Interval, high' }, { datatype: 'decimal' }),
    column('as_of', { ar: 'كما كان في', fr: 'Situation au', en: 'As of' }, { datatype: 'dateTime' }),
  ],
  primaryKey: ['indicator', 'area', 'period', 'need', 'part'],
  foreignKeys: [
    { column: 'indicator', table: 'indicators', key: 'indicator' },
    { column: 'area', table: 'areas', key: 'area' },
    { column: 'need', table: 'needs', key: 'need' },
  ],
};

export function areasTable({ areas }: OpenData): Table {
  const codeOf = new Map(areas.map(({ areaId, code }) => [areaId, code]));
  const rows = areas.map(({ code, parentAreaId, kind, name, latitude, longitude, population }) => [
    code,
    parentAreaId === null ? '' : (codeOf.get(parentAreaId) ?? ''),
    kind,
    ...threeCells(name),
    cellOf(latitude),
    cellOf(longitude),
    cellOf(population),
  ]);
  return { shape: AREAS, rows };
}

export function needsTable({ needs }: OpenData): Table {
  const rows = needs.map(({ needCode, name }) => [needCode, ...threeCells(name)]);
  return { shape: NEEDS, rows: [[ALL, ...threeCells(EVERY_NEED)], ...rows] };
}

export function indicatorsTable({ indicators }: OpenData): Table {
  const rows = indicators.map((one) => [
    one.code,
    one.kind,
    one.unit,
    cellOf(one.factor),
    one.better,
    one.frequency,
    ...threeCells(one.name),
    ...threeCells(one.definition),
    ...threeCells(one.source),
    ...threeCells(one.ownerName),
  ]);
  return { shape: INDICATORS, rows };
}

/** A year, a quarter, or the days of another period: 2026, 2026-Q2, 2026-04-01/2026-05-31. */
export function periodCode(period: Period): string {
  const year = wholeYearOf(period);
  if (year !== null) return String(year);
  const { startsOn } = period;
  const month = Number(startsOn.slice(5, 7));
  const next = new Date(`${startsOn}T00:00:00Z`);
  next.setUTCMonth(next.getUTCMonth() + 3);
  const isQuarter = month % 3 === 1 && startsOn.endsWith('-01') && next.toISOString().slice(0, 10) === period.endsOn;
  return isQuarter ? `${startsOn.slice(0, 4)}-Q${(month + 2) / 3}` : `${startsOn}/${lastDayOf(period)}`;
}

/** A number or why there is none; one that this figure does not have, as a count has no whole, is empty. */
function numberCell(value: number | null, { state }: Figure, isPart: boolean): string {
  if (!isPart) return '';
  if (state !== 'shown') return MARKER[state];
  return value === null ? MARKER.missing : decimalOf(value);
}

function figureCells(figure: Figure, unit: string): string[] {
  const isOutOf = unit === 'ratio' || unit === 'rate';
  const hasCount = figure.numerator !== null || figure.state !== 'shown';
  const { denominator } = figure;
  const hasWhole = isOutOf && (denominator !== null || figure.state !== 'shown');
  return [
    numberCell(figure.numerator, figure, hasCount),
    figure.state,
    numberCell(denominator, figure, hasWhole),
    hasWhole ? figure.state : '',
    numberCell(figure.value, figure, unit === 'ratio'),
    numberCell(figure.value, figure, true),
  ];
}

const areaCode = ({ areas, region }: OpenData, areaId: string | null): string =>
  areas.find((one) => one.areaId === (areaId ?? region.areaId))?.code ?? '';
const unitOf = ({ indicators }: OpenData, code: string): string =>
  indicators.find((one) => one.code === code)?.unit ?? 'count';

function figureRow(data: OpenData, told: OpenFigure): string[] {
  const { code, period, areaId, needCode, cut, figure, interval, asOf } = told;
  return [
    code,
    areaCode(data, areaId),
    periodCode(period),
    period.startsOn,
    lastDayOf(period),
    needCode ?? ALL,
    cut ?? ALL,
    ...figureCells(figure, unitOf(data, code)),
    cellOf(interval?.low ?? null),
    cellOf(interval?.high ?? null),
    asOf ?? '',
  ];
}

/** All figures, or those of the periods that begin in one year. */
export function figuresTable(data: OpenData, year: number | null = null): Table {
  const isOf = ({ period }: OpenFigure): boolean => year === null || period.startsOn.startsWith(`${year}-`);
  return { shape: FIGURES, rows: data.figures.filter(isOf).map((one) => figureRow(data, one)) };
}

/** The years that figures begin in, the newest first. */
export function yearsOf({ figures }: OpenData): number[] {
  return [...new Set(figures.map(({ period }) => Number(period.startsOn.slice(0, 4))))].toSorted((a, b) => b - a);
}
