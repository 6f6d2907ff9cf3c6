export { shortlistsRoutes } from './routes.ts';
export { MadeShare, SharedShortlist, ShareToken, Shortlist, ShortlistCard, ShortlistId } from './shortlist.ts';
export const enumMessages = {};
