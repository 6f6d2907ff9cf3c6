import { apiOf } from '@qantara/ui';
import type { LoaderFunctionArgs } from 'react-router';
import { PlanFileFormat, planRoutes, type PlanId } from '../../contract/index.ts';
import { planFileResponse } from './plan-file-response.ts';

/** A plan as a file, as the staff have it. */
export async function loader({ context, params }: LoaderFunctionArgs): Promise<Response> {
  const format = PlanFileFormat.options.find((one) => one === params['format']) ?? 'json';
  const planId = (params['planId'] ?? '') as PlanId;
  return planFileResponse(await apiOf(context, planRoutes).getPlanFile({ planId, format }));
}
