import { serverModule } from '@qantara/platform';
import { embedsRoutes } from '../contract/index.ts';
import { answerThrough, askThrough, openEmbed } from './ask-through.ts';
import { endEmbed, listEmbeds, makeEmbed } from './keep-embeds.ts';
import type { EmbedsTables } from './tables.gen.ts';

export const embedsModule = serverModule<typeof embedsRoutes, EmbedsTables>({
  name: 'embeds',
  routes: embedsRoutes,
  handlers: { listEmbeds, makeEmbed, endEmbed, openEmbed, askThrough, answerThrough },
});
