import { BodyKind, SeatStatus, StandsFor } from './body.ts';
import { bodyRoutes } from './body-routes.ts';

export {
  Body,
  BodyId,
  BodyKind,
  EndedHolding,
  Holding,
  NewBody,
  NewHolding,
  NewSeat,
  Seat,
  SeatId,
  SeatStatus,
  StandsFor,
} from './body.ts';
export const governanceRoutes = { ...bodyRoutes };
export const enumMessages = {
  'governance.kind': BodyKind,
  'governance.stands_for': StandsFor,
  'governance.seat': SeatStatus,
};
