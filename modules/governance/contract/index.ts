import { GovernanceMeasure } from './measure.ts';
import { BodyKind, SeatStatus, StandsFor } from './body.ts';
import { bodyRoutes } from './body-routes.ts';
import { commitmentRoutes, CommitmentState } from './commitment.ts';
import { MeetingState, Standing } from './meeting.ts';
import { meetingRoutes } from './meeting-routes.ts';
import { PopulationGroup } from './population.ts';

export {
  Body,
  BodyId,
  BodyKind,
  ChangeBody,
  ChangeSeat,
  CloseBody,
  CloseSeat,
  EndedHolding,
  Holding,
  NewBody,
  NewHolding,
  NewSeat,
  ReopenBody,
  Seat,
  SeatId,
  SeatStatus,
  StandsFor,
} from './body.ts';
export {
  AgendaItem,
  Attendance,
  Decision,
  HeldMeeting,
  Meeting,
  MeetingId,
  MeetingLine,
  MeetingState,
  NewAgendaItem,
  NewDecision,
  NewMeeting,
  Standing,
  WrittenMinutes,
} from './meeting.ts';
export { Commitment, CommitmentId, CommitmentState, CommitmentWord, NewCommitment } from './commitment.ts';
export const governanceRoutes = { ...bodyRoutes, ...meetingRoutes, ...commitmentRoutes };
export { GovernanceMeasure } from './measure.ts';
export { PopulationGroup } from './population.ts';
export const enumMessages = {
  'governance.counted': GovernanceMeasure,
  'governance.out_of': GovernanceMeasure,
  'governance.kind': BodyKind,
  'governance.stands_for': StandsFor,
  'governance.seat': SeatStatus,
  'governance.meeting': MeetingState,
  'governance.commitment': CommitmentState,
  'governance.standing': Standing,
  'governance.population': PopulationGroup,
};
