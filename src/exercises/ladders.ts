/** Every ladder, by its exercise. */
import type { Ladders } from '../core/programme/ladder/ladder'
import { ladders as compiled } from './compiled/ladders'

export const ladders: Ladders = compiled
