export { offlineRoutes, RECEIVED, HandedOver, TakenAnswers, TakenPerson } from './routes.ts';
export { OpenedWaiting, TakenAgain, WaitingAnswers, Whose } from './waiting.ts';
