export { offlineRoutes, RECEIVED, TakenAnswers, TakenPerson } from './routes.ts';
