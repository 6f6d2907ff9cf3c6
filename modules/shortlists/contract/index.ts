export { shortlistsRoutes } from './routes.ts';
export { SharedShortlist, ShareToken, Shortlist, ShortlistCard, ShortlistId } from './shortlist.ts';
export const enumMessages = {};
