export { moved } from './moved.ts';
export { waysToSend, type WayToSend } from './ways-to-send.ts';
