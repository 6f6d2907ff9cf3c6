export { bondCovers, type Bond, type Passing } from './covers.ts';
export { statusOf, type Dated } from './status-of.ts';
