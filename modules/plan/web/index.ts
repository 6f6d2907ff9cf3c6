export { toneOfProgress, toneOfStatus } from './tones.ts';
