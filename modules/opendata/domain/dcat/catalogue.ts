import { LOCALES, type LocalizedText } from '@qantara/kernel';
import type { OpenData } from '../tables/open-data.ts';
import { LICENCE } from '../licence.ts';
import type { OpenDataset, OpenFile, OpenSeries } from './dataset.ts';
import { FIGURES_SERIES, listDatasets, type Measured } from './list-datasets.ts';
import * as words from './vocabulary.ts';

type Node = Record<string, unknown>;

const id = (iri: string): Node => ({ '@id': iri });
const typed = (value: string | number, type: string): Node => ({ '@value': String(value), '@type': `xsd:${type}` });
const said = (text: LocalizedText): Node[] =>
  LOCALES.flatMap((locale) => {
    const value = text[locale];
    return value === undefined || value === '' ? [] : [{ '@value': value, '@language': locale }];
  });
const momentOf = (moment: string | null, name: string): Node =>
  moment === null ? {} : { [name]: typed(moment, moment.length === 10 ? 'date' : 'dateTime') };

/** Everything has one publisher, one licence and one place, and its own name under the catalogue's address. */
class Writer {
  readonly #data: OpenData;
  readonly #home: string;
  constructor(data: OpenData) {
    this.#data = data;
    this.#home = `${data.address}/data/catalogue.jsonld`;
  }

  iri(kind: string, code: string): string {
    return `${this.#home}#${kind}-${code}`;
  }

  absolute(path: string): string {
    return `${this.#data.address}${path}`;
  }

  /** The page of something, in each language. */
  pages(path: string): Node[] {
    return LOCALES.map((locale) => id(this.absolute(`/${locale}${path}`)));
  }

  get publisher(): string {
    return this.iri('agent', 'region');
  }

  get contact(): string {
    return this.iri('contact', 'region');
  }

  placeOf(areaId: string | null): Node {
    const code = this.#data.areas.find((area) => area.areaId === (areaId ?? this.#data.region.areaId))?.code;
    return id(this.iri('place', code ?? 'region'));
  }

  catalogue(datasets: readonly OpenDataset[]): Node {
    const { region } = this.#data;
    const moments = datasets.flatMap(({ modified, issued }) => modified ?? issued ?? []).toSorted();
    return {
      '@id': this.#home,
      '@type': 'dcat:Catalog',
      'dct:title': said({
        ar: `البيانات المفتوحة: ${region.name.ar ?? ''}`,
        fr: `Données ouvertes : ${region.name.fr ?? ''}`,
        en: `Open data: ${region.name.en ?? ''}`,
      }),
      'dct:description': said({
        ar: 'كل ما تنشره الجهة ليأخذه من يشاء: الخدمات والمؤشرات والأرقام والخطط.',
        fr: 'Tout ce que la région publie et que chacun peut reprendre : services, indicateurs, chiffres, plans.',
        en: 'Everything the region publishes for anybody to take away: services, indicators, figures, plans.',
      }),
      'dct:publisher': id(this.publisher),
      'dcat:contactPoint': id(this.contact),
      'dct:license': id(LICENCE),
      'dct:language': LOCALES.map((locale) => id(words.languageOf(locale))),
      'dct:spatial': this.placeOf(null),
      'dcat:themeTaxonomy': id(words.THEMES),
      'foaf:homepage': id(this.absolute('/ar/data')),
      ...momentOf(moments[0] ?? null, 'dct:issued'),
      ...momentOf(moments.at(-1) ?? null, 'dct:modified'),
      'dcat:dataset': [
        ...datasets.map(({ code }) => id(this.iri('dataset', code))),
        id(this.iri('series', FIGURES_SERIES.code)),
      ],
      'dcat:service': id(this.iri('service', 'hsds')),
    };
  }

  file(dataset: string, { path, title, format, checksum, bytes, conformsTo }: OpenFile): Node {
    const isOfService = path.startsWith('/hsds/');
    return {
      '@id': this.iri('file', `${dataset}-${path.split('/').at(-1) ?? ''}`),
      '@type': 'dcat:Distribution',
      'dct:title': said(title),
      'dct:description': said(title),
      'dcat:accessURL': id(this.absolute(path)),
      'dcat:downloadURL': id(this.absolute(path)),
      'dcat:mediaType': id(words.mediaTypeOf(format)),
      'dct:format': id(words.fileTypeOf(format)),
      'dct:license': id(LICENCE),
      'dcatap:availability': id(words.AVAILABLE),
      ...(bytes === null ? {} : { 'dcat:byteSize': typed(bytes, 'nonNegativeInteger') }),
      ...(checksum === null
        ? {}
        : {
            'spdx:checksum': {
              '@type': 'spdx:Checksum',
              'spdx:algorithm': id(words.SHA256),
              'spdx:checksumValue': typed(checksum, 'hexBinary'),
            },
          }),
      ...(conformsTo === null ? {} : { 'dct:conformsTo': id(conformsTo) }),
      ...(isOfService ? { 'dcat:accessService': id(this.iri('service', 'hsds')) } : {}),
    };
  }

  dataset(one: OpenDataset): Node {
    const { code, temporal, series, page } = one;
    return {
      '@id': this.iri('dataset', code),
      '@type': 'dcat:Dataset',
      'dct:identifier': code,
      'dct:title': said(one.title),
      'dct:description': said(one.about),
      ...this.#shared(one),
      'dcat:keyword': one.keywords.flatMap(said),
      'dct:spatial': this.placeOf(one.areaId),
      'dct:language': LOCALES.map((locale) => id(words.languageOf(locale))),
      'dct:accessRights': id(words.PUBLIC),
      ...momentOf(one.issued, 'dct:issued'),
      ...momentOf(one.modified, 'dct:modified'),
      ...(temporal === null ? {} : { 'dct:temporal': daysOf(temporal) }),
      ...(page === null ? {} : { 'dcat:landingPage': this.pages(page) }),
      ...(series === null ? {} : { 'dcat:inSeries': id(this.iri('series', series)) }),
      'dcat:distribution': one.files.map((file) => this.file(code, file)),
    };
  }

  #shared({ theme, rhythm }: Pick<OpenSeries, 'theme' | 'rhythm'>): Node {
    return {
      'dct:publisher': id(this.publisher),
      'dcat:contactPoint': id(this.contact),
      'dcat:theme': id(words.themeOf(theme)),
      'dct:accrualPeriodicity': id(words.rhythmOf(rhythm)),
    };
  }

  series(one: OpenSeries, members: readonly OpenDataset[]): Node {
    const days = members.flatMap(({ temporal }) => temporal ?? []);
    const first = days.map((day) => day.first).toSorted()[0];
    const last = days
      .map((day) => day.last)
      .toSorted()
      .at(-1);
    return {
      '@id': this.iri('series', one.code),
      '@type': 'dcat:DatasetSeries',
      'dct:title': said(one.title),
      'dct:description': said(one.about),
      ...this.#shared(one),
      'dct:spatial': this.placeOf(null),
      ...(first === undefined || last === undefined ? {} : { 'dct:temporal': daysOf({ first, last }) }),
    };
  }

  service(): Node {
    return {
      '@id': this.iri('service', 'hsds'),
      '@type': 'dcat:DataService',
      'dct:title': said({ ar: 'واجهة HSDS 3.1', fr: 'Interface HSDS 3.1', en: 'HSDS 3.1 interface' }),
      'dct:description': said({
        ar: 'الدليل كما تسأله البرامج، لكل أحد وبلا مفتاح.',
        fr: 'L’annuaire interrogé par des programmes, ouvert à tous et sans clé.',
        en: 'The directory as programs ask it, open to anybody and without a key.',
      }),
      'dcat:endpointURL': id(this.absolute('/hsds')),
      'dcat:endpointDescription': id(this.absolute('/hsds/openapi.json')),
      'dcat:servesDataset': id(this.iri('dataset', 'services')),
      'dct:publisher': id(this.publisher),
      'dcat:contactPoint': id(this.contact),
      'dct:license': id(LICENCE),
      'dcat:theme': id(words.themeOf('SOCI')),
      'dcat:keyword': said({ ar: 'خدمات اجتماعية', fr: 'services sociaux', en: 'social services' }),
      'dct:accessRights': id(words.PUBLIC),
      'dcat:landingPage': this.pages('/hsds'),
    };
  }

  people(): Node[] {
    const { region } = this.#data;
    return [
      {
        '@id': this.publisher,
        '@type': 'foaf:Agent',
        'foaf:name': said(region.name),
        'dct:type': id(words.LOCAL_AUTHORITY),
        'foaf:homepage': id(this.absolute('/ar')),
      },
      {
        '@id': this.contact,
        '@type': 'vcard:Kind',
        'vcard:fn': said(region.name),
        'vcard:hasURL': id(this.absolute('/ar/data')),
      },
    ];
  }

  /** Only places that a dataset speaks of: a list of all of them is a table of its own. */
  places(datasets: readonly OpenDataset[]): Node[] {
    const named = new Set([this.#data.region.areaId, ...datasets.flatMap(({ areaId }) => areaId ?? [])]);
    return this.#data.areas
      .filter(({ areaId }) => named.has(areaId))
      .map(({ code, name, latitude, longitude }) => ({
        '@id': this.iri('place', code),
        '@type': 'dct:Location',
        'skos:prefLabel': said(name),
        ...(latitude === null || longitude === null
          ? {}
          : { 'dcat:centroid': { '@value': `POINT(${longitude} ${latitude})`, '@type': 'geo:wktLiteral' } }),
      }));
  }
}

const daysOf = ({ first, last }: { first: string; last: string }): Node => ({
  '@type': 'dct:PeriodOfTime',
  'dcat:startDate': typed(first, 'date'),
  'dcat:endDate': typed(last, 'date'),
});

/** The catalogue of everything that is given away, in DCAT-AP 3.0.1, as JSON-LD that needs no other file to be read. */
export function catalogueOf(data: OpenData, measured: Measured): Node {
  const datasets = listDatasets(data, measured);
  const writer = new Writer(data);
  const members = datasets.filter(({ series }) => series === FIGURES_SERIES.code);
  return {
    '@context': words.CONTEXT,
    '@graph': [
      writer.catalogue(datasets),
      ...datasets.map((one) => writer.dataset(one)),
      writer.series(FIGURES_SERIES, members),
      writer.service(),
      ...writer.people(),
      ...writer.places(datasets),
    ],
  };
}
