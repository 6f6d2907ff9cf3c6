export { oversightPages } from './pages.ts';
