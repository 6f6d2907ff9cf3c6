export { matches, type Happened } from './matches.ts';
export { nextDelivery, outcomeOf, TURNED_OFF_AFTER_MS } from './next-delivery.ts';
export { fhirNews, focusOf, plainNews, type News } from './write-news.ts';
