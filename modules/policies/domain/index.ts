export { isOver, stagesAfter } from './stages.ts';
