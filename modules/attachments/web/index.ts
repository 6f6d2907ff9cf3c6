export { ACCEPTED_FILES, ACCEPTED_PHOTOS } from './accepted-files.ts';
export { givenFile } from './given-file.ts';
export { useSizeText } from './use-size-text.ts';
