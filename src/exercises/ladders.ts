/** Every ladder with the names that its reasons use. */
import type { ExerciseDefinition } from '../core/analysis/definition'
import type { Ladder, Ladders, NamedLadder } from '../core/programme/ladder'
import { birdDog } from './bird-dog'
import { birdDogLadder } from './bird-dog/ladder'
import { bridge } from './bridge'
import { bridgeLadder } from './bridge/ladder'
import { sidePlank } from './side-plank'
import { sidePlankLadder } from './side-plank/ladder'

function named(ladder: Ladder, definition: ExerciseDefinition): NamedLadder {
  const checkNames = Object.fromEntries(
    definition.checks.map((check) => [check.id, check.name.toLowerCase()]),
  )
  return { ...ladder, name: definition.name, checkNames }
}

export const ladders: Ladders = {
  'side-plank': named(sidePlankLadder, sidePlank),
  'bird-dog': named(birdDogLadder, birdDog),
  bridge: named(bridgeLadder, bridge),
}
