import { apiOf } from '@qantara/ui';
import type { LoaderFunctionArgs } from 'react-router';
import { PlanFileFormat, planRoutes, type PlanId } from '../../contract/index.ts';
import { planFileResponse } from './plan-file-response.ts';

/** A published plan as a file, as everyone may have it. */
export async function loader({ context, params }: LoaderFunctionArgs): Promise<Response> {
  const format = PlanFileFormat.options.find((one) => one === params['format']) ?? 'json';
  const planId = (params['planId'] ?? '') as PlanId;
  return planFileResponse(await apiOf(context, planRoutes).getPublicPlanFile({ planId, format }));
}
