import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { regionUnderTest } from '../stage/region-under-test.ts';
import type { Visitor } from '../stage/visitor.ts';

const region = regionUnderTest({ isNamed: true });

let evil: Server;
let page = '';
before(async () => {
  evil = createServer((_request, response) => response.setHeader('content-type', 'text/html').end(page));
  evil.listen(0, '127.0.0.1');
  await once(evil, 'listening');
});
after(() => evil.close());

const evilPort = (): number => (evil.address() as AddressInfo).port;

const NAME = 'Forged Qzwx';
const JSON_BODY = JSON.stringify({ displayName: NAME });

const FORMS: Record<string, () => string> = {
  'a form to a page': () => `<form method="post" action="${region.address()}/en/work/people/new">
    <input name="displayName" value="${NAME}"><input name="commandId" value="0198f000-0000-7000-8000-000000000001"></form>`,
  'JSON dressed as text to the interface':
    () => `<form method="post" enctype="text/plain" action="${region.address()}/api/people">
    <input name='{"displayName":"${NAME}","x":"' value='"}'></form>`,
  'a form of many parts to the interface':
    () => `<form method="post" enctype="multipart/form-data" action="${region.address()}/api/people">
    <input name="displayName" value="${NAME}"></form>`,
  'signing out': () => `<form method="post" action="${region.address()}/api/sign-out"></form>`,
};

async function peopleCalled(visitor: Visitor): Promise<number> {
  const answer = await visitor.context.request.post(`${region.address()}/api/people/search`, {
    data: { name: NAME },
    headers: { origin: region.address() },
  });
  return ((await answer.json()) as { people: unknown[] }).people.length;
}

/** What the region answered to the form, where the browser let it be sent. */
async function visit(visitor: Visitor, host: string, html: string): Promise<number> {
  page = `<!doctype html><title>A prize</title>${html}<script>document.forms[0]?.submit()</script>`;
  const tab = await visitor.context.newPage();
  const sent = tab
    .waitForResponse((answer) => answer.url().startsWith(region.address()), { timeout: 5000 })
    .catch(() => null);
  await tab.goto(`http://${host}:${evilPort()}/`);
  const answer = await sent;
  assert.ok(answer === null || answer.status() === 403, `${host}: ${answer?.status()}`);
  await tab.close();
  return answer?.status() ?? 0;
}

describe('another site that a colleague opens while signed in', () => {
  // A subdomain is the same site to a browser, which then sends the cookie along.
  for (const host of ['127.0.0.1', 'evil.localhost', 'localhost'])
    test(`${host} sends forms in their name: nothing is done`, async () => {
      const colleague = await region.colleague('salma@sabil.example', 'en');
      const answers: number[] = [];
      for (const form of Object.values(FORMS)) answers.push(await visit(colleague, host, form()));
      assert.ok(answers.includes(403), 'the forms came to the region, and were refused there');
      assert.match(region.printed(), /"event":"refused","code":"cross_site"/, 'and it is told to whoever watches');
      assert.equal(await peopleCalled(colleague), 0);
      assert.equal(await colleague.open('/work'), 200);
      assert.doesNotMatch(colleague.where(), /sign-in/, 'they are signed in still');
      await colleague.leave();
    });

  test('it reads no answer, frames no page and is not told who is signed in', async () => {
    const colleague = await region.colleague('salma@sabil.example', 'en');
    for (const host of ['127.0.0.1', 'evil.localhost']) {
      page = '<!doctype html><title>A prize</title>';
      const tab = await colleague.context.newPage();
      await tab.goto(`http://${host}:${evilPort()}/`);
      const read = (path: string, init: object) =>
        tab.evaluate(
          ([url, options]) =>
            fetch(url, { credentials: 'include', ...options })
              .then(async (one) => one.text())
              .catch(() => 'closed'),
          [`${region.address()}${path}`, init] as const,
        );
      for (const path of ['/api/me', '/api/worklist', '/en/work', '/my-file'])
        assert.equal(await read(path, {}), 'closed', path);
      for (const type of ['text/plain', 'application/json'])
        assert.equal(
          await read('/api/people', { method: 'POST', body: JSON_BODY, headers: { 'content-type': type } }),
          'closed',
        );
      assert.ok(
        ['', 'closed'].includes(await read('/api/people', { method: 'POST', mode: 'no-cors', body: JSON_BODY })),
      );
      const framed = await tab.evaluate(async (src) => {
        const frame = Object.assign(document.createElement('iframe'), { src });
        document.body.append(frame);
        await new Promise((resolve) => frame.addEventListener('load', resolve));
        return frame.contentDocument === null;
      }, `${region.address()}/en/work`);
      assert.ok(framed, 'what is in the frame is not ours to read');
      assert.ok(
        !(await Promise.all(tab.frames().map(async (frame) => frame.content().catch(() => ''))))
          .join('')
          .includes('worklist'),
      );
      await tab.close();
    }
    assert.equal(await peopleCalled(colleague), 0);
    await colleague.leave();
  });
});
