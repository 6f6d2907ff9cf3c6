import { csvOf, LOCALES, textIn } from '@qantara/kernel';
import { apiOf } from '@qantara/ui';
import type { LoaderFunctionArgs } from 'react-router';
import { indicatorsRoutes } from '../../contract/index.ts';
import { lastDayOf } from '../../domain/index.ts';
import { periodAsked } from '../ask-figures.ts';

const HEADINGS = [
  'area',
  'need',
  'from',
  'to',
  'referrals',
  'unmet',
  'no_room',
  'not_for_them',
  'no_answer',
  'waiting',
  'searches',
  'services',
  'open',
  'waiting_list',
  'full',
  'unknown',
];

/** The gaps of an address as a table for a spreadsheet. */
export async function loader({ context, request, params }: LoaderFunctionArgs): Promise<Response> {
  const asked = periodAsked(new URL(request.url).searchParams);
  const { gaps, period } = await apiOf(context, indicatorsRoutes).getNeedGaps(asked);
  const locale = LOCALES.find((one) => one === params['locale']) ?? 'en';
  const rows = gaps.map(({ areaName, needName, sent, unmet, unmetTotal, supply }) => [
    textIn(areaName, locale).text,
    textIn(needName, locale).text,
    period.startsOn,
    lastDayOf(period),
    sent,
    unmetTotal,
    unmet.noRoom,
    unmet.notForThem,
    unmet.noAnswer,
    unmet.waiting,
    unmet.searches,
    supply.services,
    supply.open,
    supply.waitingList,
    supply.full,
    supply.unknown,
  ]);
  return new Response(csvOf([HEADINGS, ...rows]), {
    headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': 'attachment; filename="gaps.csv"' },
  });
}
