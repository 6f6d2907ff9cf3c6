export { OpenDataList, OpenDatasetCard, OpenFileCard } from './open-data-list.ts';
export { dataRoutes, opendataRoutes } from './routes.ts';
export const enumMessages = {};
