import { Whose } from './waiting.ts';

export { offlineRoutes, RECEIVED, HandedOver, TakenAnswers, TakenPerson } from './routes.ts';
export { OpenedWaiting, TakenAgain, WaitingAnswers, Whose } from './waiting.ts';

export const enumMessages = { 'offline.whose': Whose };
