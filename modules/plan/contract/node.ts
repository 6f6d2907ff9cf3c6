import { IsoDate, IsoDateTime, Locale, LocalizedText } from '@qantara/kernel';
import { z } from 'zod';
import { ItemDetails, News, Partner } from './details.ts';
import { Item, ItemId, NamedPlan, Progress } from './plan.ts';

const id = z.uuid();
const version = z.coerce.number().int();

/** What everyone may read of a node's details: organisations and areas by name, and no colleague. */
export const ShownDetails = ItemDetails.omit({ ownerAccountId: true, areaIds: true, partners: true }).extend({
  areas: z.array(LocalizedText),
  partners: z.array(Partner.pick({ promise: true, state: true }).extend({ name: LocalizedText })),
});
export type ShownDetails = z.infer<typeof ShownDetails>;

/** The newest words on how it goes, in the language of whoever wrote them. */
export const Story = News.pick({ story: true, storyLocale: true, saidAt: true });
export type Story = z.infer<typeof Story>;

/** One node as everyone reads it. */
export const Node = z.object({
  plan: NamedPlan,
  item: Item,
  levelName: LocalizedText.nullable(),
  above: Item.pick({ number: true, title: true }).nullable(),
  under: z.array(Item.pick({ itemId: true, number: true, title: true, progress: true })),
  details: ShownDetails,
  story: Story.nullable(),
});
export type Node = z.infer<typeof Node>;

export const OwnerLinkId = id;
/** A link by which the owner of one node says how it goes; never its address, which is shown once. */
export const OwnerLink = z.object({
  linkId: OwnerLinkId,
  mark: z.string(),
  state: z.enum(['valid', 'revoked', 'expired']),
  locale: Locale,
  madeAt: IsoDateTime,
  expiresAt: IsoDateTime,
  usedCount: z.number().int(),
  usedAt: IsoDateTime.nullable(),
  /** Sent to the organisation that leads, not handed over. */
  isSent: z.boolean(),
});
export type OwnerLink = z.infer<typeof OwnerLink>;

/** What a planner sees of a node's details, and what may be chosen for them. */
export const WrittenDetails = z.object({
  details: ItemDetails,
  colleagues: z.array(z.object({ accountId: id, displayName: z.string() })),
  services: z.array(z.object({ serviceId: id, name: LocalizedText })),
  news: z.array(News),
  links: z.array(OwnerLink),
  version: z.number().int(),
});
export type WrittenDetails = z.infer<typeof WrittenDetails>;

/** What an owner is asked about one node. */
export const AskedNode = z.object({
  itemId: ItemId,
  planName: LocalizedText,
  number: z.string(),
  title: LocalizedText,
  leadName: LocalizedText.nullable(),
  /** Only of work is asked how far it is; of the rest, in words. */
  isWork: z.boolean(),
  progress: Progress.nullable(),
  shareDone: z.number().int().nullable(),
  reportedAt: IsoDateTime.nullable(),
  /** The day by which news is due, and whether it has passed. */
  newsDueOn: IsoDate.nullable(),
  isLate: z.boolean(),
  milestones: z.array(
    z.object({ at: z.number().int(), dueOn: IsoDate, words: LocalizedText, doneOn: IsoDate.nullable() }),
  ),
  locale: Locale.nullable(),
  version: z.number().int(),
});
export type AskedNode = z.infer<typeof AskedNode>;

const optional = <T extends z.ZodType>(shape: T) =>
  z.preprocess((value) => (value === '' || value === undefined ? null : value), shape.nullable()).default(null);

/** What an owner says of a node. */
export const SaidOfNode = z.object({
  version,
  progress: optional(Progress),
  shareDone: optional(z.coerce.number().int().min(0).max(100)),
  story: z.string().trim().max(2000).default(''),
  storyLocale: Locale,
  obstacle: z.string().trim().max(2000).default(''),
  /** The places of the milestones that were reached, as they were listed. */
  reached: z.array(z.coerce.number().int().min(0).max(99)).default([]),
});
export type SaidOfNode = z.infer<typeof SaidOfNode>;

export const OwnerToken = z.string().min(20).max(80);
export const ByOwnerLink = SaidOfNode.extend({ token: OwnerToken });
export const OnOwnNode = SaidOfNode.extend({ itemId: ItemId });
/** How a link reaches who answers: shown to be handed over, or sent to the organisation that leads. */
export const HandOver = z.enum(['shown', 'sent']);
export const AskOwner = z.object({ itemId: ItemId, locale: Locale, handOver: HandOver.default('shown') });
export const EndOwnerLink = z.object({ itemId: ItemId, linkId: OwnerLinkId });
export const MadeOwnerLink = z.object({
  linkId: OwnerLinkId,
  link: z.string(),
  qrCode: z.string(),
  expiresAt: IsoDateTime,
});
