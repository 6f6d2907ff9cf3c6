import { pageOf, Paging, route } from '@qantara/kernel';
import { z } from 'zod';
import { Captured, Message, MessageFilter, MessageId, Messages, NoticeId, OwnNotices, Receipt } from './message.ts';
import {
  AccountPreference,
  NewAccountPreference,
  NewOrganisationPreference,
  OrganisationPreference,
} from './preference.ts';
import { DraftedNotice, NoticeText, TemplateCode, TemplatePage } from './template.ts';

const Done = z.object({ done: z.literal(true) });
const Nothing = z.object({});

export const notificationsRoutes = {
  listOwnNotices: route({
    path: 'GET /notices',
    may: 'notice:read',
    input: Paging,
    output: OwnNotices,
    refusals: [],
  }),
  readNotice: route({
    path: 'POST /notices/:noticeId/read',
    may: 'notice:read',
    input: z.object({ noticeId: NoticeId }),
    output: Done,
    refusals: ['notice_not_found'],
  }),
  readAllNotices: route({
    path: 'POST /notices/read-all',
    may: 'notice:read',
    input: Nothing,
    output: Done,
    refusals: [],
  }),
  getPreference: route({
    path: 'GET /notice-preference',
    may: 'notice:read',
    input: Nothing,
    output: AccountPreference,
    refusals: [],
  }),
  savePreference: route({
    path: 'POST /notice-preference',
    may: 'notice:read',
    input: NewAccountPreference,
    output: AccountPreference,
    refusals: ['preference_changed', 'number_missing'],
  }),
  getOrganisationPreference: route({
    path: 'GET /organisations/:organisationId/notice-preference',
    may: 'notice:read',
    input: z.object({ organisationId: z.uuid() }),
    output: OrganisationPreference,
    refusals: ['organisation_not_found'],
  }),
  saveOrganisationPreference: route({
    path: 'POST /organisations/:organisationId/notice-preference',
    may: 'notice:read',
    input: NewOrganisationPreference,
    output: OrganisationPreference,
    refusals: ['organisation_not_found', 'preference_changed'],
  }),
  listMessages: route({
    path: 'GET /notice-messages',
    may: 'notice:read',
    input: MessageFilter,
    output: Messages,
    refusals: [],
  }),
  retryMessage: route({
    path: 'POST /notice-messages/:messageId/retry',
    may: 'notice:read',
    input: z.object({ messageId: MessageId }),
    output: Message,
    refusals: ['message_not_found', 'message_not_stopped'],
  }),
  listCaptured: route({
    path: 'GET /captured-notices',
    may: 'notice:configure',
    input: Paging,
    output: pageOf(Captured),
    refusals: [],
  }),
  listTemplates: route({
    path: 'GET /notice-templates',
    may: 'notice:configure',
    input: Nothing,
    output: z.object({ templates: z.array(TemplatePage) }),
    refusals: [],
  }),
  getTemplate: route({
    path: 'GET /notice-templates/:template',
    may: 'notice:configure',
    input: z.object({ template: TemplateCode }),
    output: TemplatePage,
    refusals: ['template_not_found'],
  }),
  draftText: route({
    path: 'POST /notice-templates/:template/draft',
    may: 'notice:configure',
    input: DraftedNotice,
    output: NoticeText,
    refusals: ['template_not_found', 'notice_text_changed', 'notice_text_unsound'],
  }),
  publishText: route({
    path: 'POST /notice-templates/:template/publish',
    may: 'notice:configure',
    input: z.object({
      template: TemplateCode,
      number: z.coerce.number().int().min(1),
      version: z.coerce.number().int().min(1),
    }),
    output: NoticeText,
    refusals: ['template_not_found', 'notice_text_changed', 'notice_text_unsound'],
  }),
  takeReceipt: route({
    path: 'POST /notice-receipts',
    may: 'anyone',
    input: Receipt,
    output: Done,
    refusals: ['receipt_not_ours', 'receipt_late', 'receipt_known'],
  }),
};
