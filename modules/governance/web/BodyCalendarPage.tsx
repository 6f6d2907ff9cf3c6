import { apiOf } from '@qantara/ui';
import type { LoaderFunctionArgs } from 'react-router';
import { governanceRoutes, type BodyId } from '../contract/index.ts';
import { calendarResponse } from './calendar-response.ts';

/** A body's meetings for a program that subscribes, by their secret address. */
export async function loader({ context, params }: LoaderFunctionArgs): Promise<Response> {
  const asked = { bodyId: (params['bodyId'] ?? '') as BodyId, key: params['key'] ?? '' };
  return calendarResponse(await apiOf(context, governanceRoutes).getBodyCalendar(asked));
}
