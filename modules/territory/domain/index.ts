export { around, within } from './area-tree.ts';
