export { categoriesOf, fitOf, holdsOf, type Facts } from './fit-of.ts';
export { LEAST_SHOWN, shownCount } from './shown-count.ts';
export { statusOf } from './status-of.ts';
