import { LocalizedText } from '@qantara/kernel';
import { z } from 'zod';

/** What a level is for: a direction, an aim that targets measure, or work whose progress is said. */
export const ItemKind = z.enum(['priority', 'goal', 'initiative']);
export type ItemKind = z.infer<typeof ItemKind>;

/** A word that names a level within its plan, for files and addresses; people read its name. */
export const LevelCode = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/);

/** One of a plan's own levels. What stands under something has the same rank or a higher number. */
export const Level = z.object({
  code: LevelCode,
  rank: z.coerce.number().int().min(1).max(12),
  kind: ItemKind,
  name: LocalizedText,
});
export type Level = z.infer<typeof Level>;

/** The levels that a new plan may begin with. */
export const LevelTemplate = z.enum(['priorities', 'issues', 'axes', 'one']);
export type LevelTemplate = z.infer<typeof LevelTemplate>;
