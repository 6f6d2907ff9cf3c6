import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Refusal, route } from '@qantara/kernel';
import { createStaticHandler, isRouteErrorResponse } from 'react-router';
import { z } from 'zod';
import { pageClientFor } from './api-of.ts';

const routes = {
  getThing: route({ path: 'GET /thing', may: 'anyone', input: z.object({}), output: z.object({}), refusals: [] }),
};

test('a refusal that a loader lets fall becomes an error page with its status and code', async () => {
  const api = pageClientFor(routes, async () => ({ ok: false, code: 'thing_not_found', fields: [], values: {} }));
  const handler = createStaticHandler([{ path: '/', loader: () => api.getThing({}) }]);
  const answer = await handler.query(new Request('http://region.test/'));
  assert.ok(!(answer instanceof Response));
  assert.equal(answer.statusCode, 404);
  const [error] = Object.values(answer.errors ?? {});
  assert.ok(isRouteErrorResponse(error));
  assert.equal(error.data.code, 'thing_not_found');
});

test('in an action it is still a refusal', async () => {
  const api = pageClientFor(routes, async () => ({ ok: false, code: 'closed', fields: [], values: {} }));
  await assert.rejects(api.getThing({}), Refusal);
});
