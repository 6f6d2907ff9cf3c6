import { SafeContact, ScreeningStatus } from './screening.ts';

export {
  AnswerScreening,
  AskForHelp,
  Finding,
  RecordScreening,
  ResidentContact,
  SafeContact,
  Screening,
  SCREENING_FORM,
  ScreeningId,
  ScreeningStatus,
  WaitingRequest,
} from './screening.ts';
export { screeningRoutes } from './routes.ts';
export const enumMessages = { 'screening.status': ScreeningStatus, 'screening.safeContact': SafeContact };
