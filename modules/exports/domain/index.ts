export { BATCH, isStale } from './batches.ts';
