import type { Browser, Device } from '../contract/index.ts';

// In this order: most browsers also call themselves those that they came from.
const BROWSERS: [RegExp, Browser][] = [
  [/SamsungBrowser\//, 'samsung'],
  [/\b(?:OPR|OPT|OPX|Opera)\//, 'opera'],
  [/\b(?:Edg|EdgA|EdgiOS)\//, 'edge'],
  [/\b(?:Firefox|FxiOS)\//, 'firefox'],
  [/\b(?:Chrome|CriOS|HeadlessChrome|Chromium)\//, 'chrome'],
  [/\bVersion\/[\d.]+.*Safari\//, 'safari'],
];

const DEVICES: [RegExp, Device][] = [
  [/iPhone/, 'iphone'],
  [/iPad/, 'ipad'],
  [/Android/, 'android'],
  [/Windows/, 'windows'],
  [/Macintosh/, 'mac'],
  [/Linux|CrOS/, 'linux'],
];

function firstOf<T>(table: [RegExp, T][], agent: string): T | undefined {
  return table.find(([pattern]) => pattern.test(agent))?.[1];
}

/** The family of a browser and the kind of device, from what it says of itself: enough to recognise one's own, and no more. */
export function browserFamily(agent: string): { browser: Browser; device: Device } {
  return { browser: firstOf(BROWSERS, agent) ?? 'other', device: firstOf(DEVICES, agent) ?? 'other' };
}
