export { entryLinks } from './entry-links.ts';
export { Freshness } from './Freshness.tsx';
export { languageName } from './language-name.ts';
export { ServiceLines } from './search/ServiceLines.tsx';
export { ServiceEntry } from './ServiceEntry.tsx';
