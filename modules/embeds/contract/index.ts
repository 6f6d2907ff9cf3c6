import { EmbedKind } from './embed.ts';

export { Embed, EmbedKey, EmbedKind, NewEmbed, Origin, ShownEmbed } from './embed.ts';
export { embedsRoutes } from './routes.ts';
export const enumMessages = { 'embeds.kind': EmbedKind };
