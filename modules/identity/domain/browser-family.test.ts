import assert from 'node:assert/strict';
import test from 'node:test';
import { browserFamily } from './browser-family.ts';

const SAID: [string, string, string][] = [
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'firefox', 'linux'],
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/150.0 Safari/537.36', 'chrome', 'windows'],
  ['Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/150.0 Safari/537.36 Edg/150.0', 'edge', 'windows'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 19_0) AppleWebKit/605 Version/19.0 Mobile Safari/604', 'safari', 'iphone'],
  ['Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 SamsungBrowser/29 Chrome/130 Safari/537', 'samsung', 'android'],
  ['curl/8.0', 'other', 'other'],
  ['', 'other', 'other'],
];

test('one’s own browser is recognised by its family and the kind of device', () => {
  for (const [agent, browser, device] of SAID) assert.deepEqual(browserFamily(agent), { browser, device }, agent);
});
