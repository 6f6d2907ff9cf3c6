import { apiOf } from '@qantara/ui';
import type { LoaderFunctionArgs } from 'react-router';
import { governanceRoutes, type MeetingId } from '../contract/index.ts';
import { calendarResponse } from './calendar-response.ts';

/** One meeting as an iCalendar file. */
export async function loader({ context, params }: LoaderFunctionArgs): Promise<Response> {
  const meetingId = (params['meetingId'] ?? '') as MeetingId;
  return calendarResponse(await apiOf(context, governanceRoutes).getMeetingCalendar({ meetingId }));
}
