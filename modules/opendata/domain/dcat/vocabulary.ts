/** Words of others that a catalogue names: the Publications Office's authority tables, as DCAT-AP 3.0.1 asks for them, and IANA's. */
const AUTHORITY = 'http://publications.europa.eu/resource/authority';

export const CONTEXT = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dcatap: 'http://data.europa.eu/r5r/',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  spdx: 'http://spdx.org/rdf/terms#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  geo: 'http://www.opengis.net/ont/geosparql#',
} as const;

export type Theme = 'SOCI' | 'GOVE' | 'HEAL' | 'REGI';
export type Rhythm = 'ANNUAL' | 'QUARTERLY' | 'MONTHLY' | 'IRREG' | 'CONT';

export const THEMES = `${AUTHORITY}/data-theme`;
export const themeOf = (theme: Theme): string => `${THEMES}/${theme}`;
export const rhythmOf = (rhythm: Rhythm): string => `${AUTHORITY}/frequency/${rhythm}`;
export const PUBLIC = `${AUTHORITY}/access-right/PUBLIC`;
export const AVAILABLE = `${AUTHORITY}/planned-availability/STABLE`;
export const LOCAL_AUTHORITY = 'http://purl.org/adms/publishertype/LocalAuthority';
export const SHA256 = 'http://spdx.org/rdf/terms#checksumAlgorithm_sha256';

const LANGUAGES = { ar: 'ARA', fr: 'FRA', en: 'ENG' } as const;
export const languageOf = (locale: keyof typeof LANGUAGES): string => `${AUTHORITY}/language/${LANGUAGES[locale]}`;

/** Each form in which something is given away: IANA's media type and the Publications Office's name of the format. */
const FORMATS = {
  csv: ['text/csv', 'CSV'],
  json: ['application/json', 'JSON'],
  jsonld: ['application/ld+json', 'JSON_LD'],
  zip: ['application/zip', 'ZIP'],
  ndjson: ['application/x-ndjson', 'JSON'],
  xlsx: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'XLSX'],
} as const;
export type Format = keyof typeof FORMATS;

export const mediaTypeOf = (format: Format): string =>
  `https://www.iana.org/assignments/media-types/${FORMATS[format][0]}`;
export const fileTypeOf = (format: Format): string => `${AUTHORITY}/file-type/${FORMATS[format][1]}`;
