import { serverModule } from '@qantara/platform';
import { governanceRoutes } from '../contract/index.ts';
import {
  addBody,
  addSeat,
  endHolding,
  fillSeats,
  getBody,
  listBodies,
  listBodyChoices,
  renewFeed,
} from './keep-bodies.ts';
import { getBodyCalendar, getMeetingCalendar, listMeetings } from './calendars.ts';
import {
  addAgendaItem,
  addDecision,
  approveMinutes,
  cancelMeeting,
  getMeeting,
  holdMeeting,
  planMeeting,
  publishMinutes,
  writeMinutes,
} from './keep-meetings.ts';
import { addCommitment, getCommitment, listCommitments, tellCommitment } from './keep-commitments.ts';
import type { GovernanceTables } from './tables.gen.ts';
import { changeBody, changeSeat, closeBody, closeSeat, reopenBody } from './change-bodies.ts';
import { measures } from './measures-view.ts';

export const governanceModule = serverModule<typeof governanceRoutes, GovernanceTables>({
  name: 'governance',
  routes: governanceRoutes,
  measures,
  handlers: {
    listBodies,
    getBody,
    listBodyChoices,
    addBody,
    addSeat,
    changeBody,
    closeBody,
    reopenBody,
    changeSeat,
    closeSeat,
    fillSeats,
    endHolding,
    renewFeed,
    listMeetings,
    getMeeting,
    getMeetingCalendar,
    getBodyCalendar,
    planMeeting,
    addAgendaItem,
    cancelMeeting,
    holdMeeting,
    addDecision,
    writeMinutes,
    approveMinutes,
    publishMinutes,
    listCommitments,
    getCommitment,
    addCommitment,
    tellCommitment,
  },
});
