/** Zod looks whether it may make code from text; the policy forbids that, and being asked is a refusal of its own. */
import { z } from 'zod'

z.config({ jitless: true })
