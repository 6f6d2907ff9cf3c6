export { shownByLink, stepsByLink } from './shown-to-partner.ts';
