export { plainFileName } from './plain-file-name.ts';
