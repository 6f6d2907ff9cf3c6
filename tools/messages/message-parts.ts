import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';

/** A choice inside a message: `{count, plural, …}`, with the names of its branches. */
export type Choice = { argument: string; kind: string; branches: string[] };

/** A message taken apart: its plain texts, its arguments and its choices. */
export type MessageParts = { texts: string[]; arguments: string[]; choices: Choice[] };

/** Takes an ICU message apart with the compiler that the product uses; nothing where it is not well formed. */
export function partsOf(message: string): MessageParts | undefined {
  const parts: MessageParts = { texts: [], arguments: [], choices: [] };
  try {
    collect(compileMessageOrThrow(message), parts);
  } catch {
    return undefined;
  }
  return parts;
}

// Neighbours of a placeholder keep a mark in its place, so that punctuation after it is seen to follow something.
export const PLACEHOLDER = '\uFFFC';

function collect(tokens: unknown, parts: MessageParts): void {
  if (typeof tokens === 'string') {
    parts.texts.push(tokens);
    return;
  }
  if (!Array.isArray(tokens)) return;
  let text = '';
  for (const token of tokens) {
    text += typeof token === 'string' && token !== '#' ? token : PLACEHOLDER;
    if (Array.isArray(token)) collectArgument(token, parts);
  }
  parts.texts.push(text);
}

function collectArgument([name, kind, options]: unknown[], parts: MessageParts): void {
  if (typeof name !== 'string') return;
  parts.arguments.push(name);
  if (typeof kind !== 'string' || !['plural', 'selectordinal', 'select'].includes(kind)) return;
  const branches = Object.entries(typeof options === 'object' && options !== null ? options : {});
  const spoken = branches.filter(([branch]) => branch !== 'offset');
  parts.choices.push({ argument: name, kind, branches: spoken.map(([branch]) => branch) });
  for (const [, inner] of spoken) collect(inner, parts);
}
