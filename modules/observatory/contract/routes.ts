import { route } from '@qantara/kernel';
import { z } from 'zod';
import {
  ByReport,
  NextEdition,
  PublicReport,
  ReadReport,
  Report,
  Shelf,
  StartReport,
  StepOfReport,
  WriteReason,
  WriteWords,
} from './report.ts';

const shelves = z.object({ shelves: z.array(Shelf) });
const CHANGED = ['report_not_found', 'report_changed'];

/** Reports by period of what everybody may read (M4.1). */
export const observatoryRoutes = {
  listPublicReports: route({
    path: 'GET /public/observatory',
    may: 'anyone',
    input: z.object({}),
    output: shelves,
    refusals: [],
  }),
  getPublicReport: route({
    path: 'GET /public/observatory/:templateCode/:period',
    may: 'anyone',
    input: ReadReport,
    output: PublicReport,
    refusals: ['report_not_found'],
  }),
  listReports: route({
    path: 'GET /observatory',
    may: 'observatory:write',
    input: z.object({}),
    output: shelves,
    refusals: [],
  }),
  getReport: route({
    path: 'GET /observatory/:reportId',
    may: 'observatory:write',
    input: ByReport,
    output: Report,
    refusals: ['report_not_found'],
  }),
  startReport: route({
    path: 'POST /observatory',
    may: 'observatory:write',
    input: StartReport,
    output: Report,
    refusals: ['report_template_not_found', 'report_period_not_over', 'report_period_other', 'report_exists'],
  }),
  gatherAgain: route({
    path: 'POST /observatory/:reportId/gather',
    may: 'observatory:write',
    input: StepOfReport,
    output: Report,
    refusals: [...CHANGED, 'report_published'],
  }),
  writeWords: route({
    path: 'POST /observatory/:reportId/words',
    may: 'observatory:write',
    input: WriteWords,
    output: Report,
    refusals: [...CHANGED, 'report_published', 'report_section_not_found'],
  }),
  writeReason: route({
    path: 'POST /observatory/:reportId/reason',
    may: 'observatory:write',
    input: WriteReason,
    output: Report,
    refusals: [...CHANGED, 'report_published', 'report_first_edition'],
  }),
  discardReport: route({
    path: 'POST /observatory/:reportId/discard',
    may: 'observatory:write',
    input: StepOfReport,
    output: z.object({}),
    refusals: [...CHANGED, 'report_published'],
  }),
  approveReport: route({
    path: 'POST /observatory/:reportId/approve',
    may: 'observatory:approve',
    input: StepOfReport,
    output: Report,
    refusals: [...CHANGED, 'report_published', 'own_report', 'report_languages_missing'],
  }),
  publishReport: route({
    path: 'POST /observatory/:reportId/publish',
    may: 'observatory:approve',
    input: StepOfReport,
    output: Report,
    refusals: [...CHANGED, 'report_not_approved'],
  }),
  startEdition: route({
    path: 'POST /observatory/:reportId/editions',
    may: 'observatory:write',
    input: NextEdition,
    output: Report,
    refusals: ['report_not_found', 'report_not_published', 'report_exists'],
  }),
};
