import { OpenedBy, OpenedWhat } from './own-file.ts';

export { OpenedBy, OpenedWhat, OwnFile, OwnOpening, SentReferral } from './own-file.ts';
export { ownfileRoutes } from './routes.ts';
export const enumMessages = { 'ownfile.what': OpenedWhat, 'ownfile.by': OpenedBy };
