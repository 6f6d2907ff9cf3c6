import { ScreeningMeasure } from './measure.ts';
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
export { ScreeningMeasure } from './measure.ts';
export const enumMessages = {
  'screening.counted': ScreeningMeasure,
  'screening.out_of': ScreeningMeasure,
  'screening.status': ScreeningStatus,
  'screening.safeContact': SafeContact,
};
