export { moved } from './moved.ts';
