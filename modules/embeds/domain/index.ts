export { mayBeEmbedded } from './may-be-embedded.ts';
export { snippetOf } from './snippet-of.ts';
