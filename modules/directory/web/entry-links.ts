import bookletCss from './booklet.css?url';
import servicesCss from './services.css?url';

/** The styles of a page on which services stand as they do on paper. */
export function entryLinks() {
  return [servicesCss, bookletCss].map((href) => ({ rel: 'stylesheet', href }));
}
