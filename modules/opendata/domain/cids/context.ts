const id = (name: string) => ({ '@id': name, '@type': '@id' });
const text = (name: string) => ({ '@id': name, '@type': 'xsd:string' });
const moment = (name: string) => ({ '@id': name, '@type': 'xsd:dateTime' });

/** The words of the Common Impact Data Standard 3.2.1 that our files use, so that they are read without asking for another file. */
export const CIDS_CONTEXT = {
  cids: 'https://ontology.commonapproach.org/cids#',
  i72: 'http://ontology.eil.utoronto.ca/ISO21972/iso21972#',
  org: 'http://ontology.eil.utoronto.ca/tove/organization#',
  prov: 'http://www.w3.org/ns/prov#',
  sch: 'http://schema.org/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  hasLegalName: text('org:hasLegalName'),
  hasName: text('org:hasName'),
  hasIdentifier: text('org:hasIdentifier'),
  hasDescription: text('cids:hasDescription'),
  hasComment: text('cids:hasComment'),
  hasCatchmentArea: text('cids:hasCatchmentArea'),
  unitDescription: text('cids:unitDescription'),
  hasNumericalValue: text('i72:hasNumericalValue'),
  startedAtTime: moment('prov:startedAtTime'),
  endedAtTime: moment('prov:endedAtTime'),
  dateCreated: moment('sch:dateCreated'),
  value: id('i72:value'),
  definedBy: id('cids:definedBy'),
  forOrganization: id('cids:forOrganization'),
  forTheme: id('cids:forTheme'),
  forOutcome: id('cids:forOutcome'),
  forIndicator: id('cids:forIndicator'),
  forTarget: id('cids:forTarget'),
  hasActivity: id('cids:hasActivity'),
  hasBaseline: id('cids:hasBaseline'),
  hasIndicator: id('cids:hasIndicator'),
  hasIndicatorReport: id('cids:hasIndicatorReport'),
  hasOutcome: id('cids:hasOutcome'),
  hasStakeholder: id('cids:hasStakeholder'),
  hasTarget: id('cids:hasTarget'),
  relatesTo: id('cids:relatesTo'),
} as const;
