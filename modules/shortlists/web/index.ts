export { shortlistsPages } from './pages.ts';
