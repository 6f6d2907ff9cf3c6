import printed from './printed.css?url';

/** The styles of a form on paper, for whoever prints one. */
export const printedCss: string = printed;
