import { route } from '@qantara/kernel';
import { z } from 'zod';
import { SaveDetails } from './details.ts';
import * as node from './node.ts';
import { ItemId, PlanId } from './plan.ts';
import { ChangedItem } from './writing.ts';

const ofItem = z.object({ itemId: ItemId });
const OF_NEWS = ['item_changed', 'plan_archived', 'progress_missing'];

/** The routes of one node: its details, its story, and its owner's word. */
export const nodeRoutes = {
  getPublicNode: route({
    path: 'GET /public/plan/node',
    may: 'anyone',
    input: z.object({ planId: PlanId.optional(), number: z.string().max(20) }),
    output: node.Node,
    refusals: ['plan_not_found', 'item_not_found'],
  }),
  getItemDetails: route({
    path: 'GET /plan/items/:itemId/details',
    may: 'plan:write',
    input: ofItem,
    output: node.WrittenDetails,
    refusals: ['item_not_found'],
  }),
  saveDetails: route({
    path: 'POST /plan/items/:itemId/details',
    may: 'plan:write',
    input: SaveDetails,
    output: ChangedItem,
    refusals: [
      'item_not_found',
      'item_changed',
      'plan_archived',
      'item_owner_elsewhere',
      'item_partner_not_found',
      'item_area_not_found',
      'item_service_not_found',
      'milestone_done_later',
    ],
  }),
  makeOwnerLink: route({
    path: 'POST /plan/items/:itemId/links',
    may: 'plan:write',
    input: node.AskOwner,
    output: node.MadeOwnerLink,
    refusals: ['item_not_found', 'plan_archived', 'item_without_lead'],
  }),
  revokeOwnerLink: route({
    path: 'POST /plan/items/:itemId/links/:linkId/revoke',
    may: 'plan:write',
    input: node.EndOwnerLink,
    output: ChangedItem,
    refusals: ['item_not_found', 'owner_link_not_found'],
  }),
  listOwnNodes: route({
    path: 'GET /plan/my-nodes',
    may: 'plan:read',
    input: z.object({}),
    output: z.object({ nodes: z.array(node.AskedNode) }),
    refusals: [],
  }),
  tellOwnNode: route({
    path: 'POST /plan/items/:itemId/news',
    may: 'plan:read',
    input: node.OnOwnNode,
    output: ChangedItem,
    refusals: ['item_not_found', 'not_own_item', ...OF_NEWS],
  }),
  lookAtOwnerLink: route({
    path: 'POST /plan/owner-links/look',
    may: 'anyone',
    input: z.object({ token: node.OwnerToken }),
    output: node.AskedNode,
    refusals: ['owner_link_not_valid'],
    reads: true,
  }),
  tellByOwnerLink: route({
    path: 'POST /plan/owner-links/news',
    may: 'anyone',
    input: node.ByOwnerLink,
    output: node.AskedNode,
    refusals: ['owner_link_not_valid', ...OF_NEWS],
  }),
};
