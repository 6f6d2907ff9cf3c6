export { inReadingOrder } from './reading-order.ts';
export { goalOf, progressOf, statusOf, type Aim } from './target-status.ts';
