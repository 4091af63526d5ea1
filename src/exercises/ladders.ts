/** Every ladder, by its exercise. */
import type { Ladders } from '../core/programme/ladder/ladder'
import { birdDogLadder } from './bird-dog/ladder'
import { bridgeLadder } from './bridge/ladder'
import { sidePlankLadder } from './side-plank/ladder'

export const ladders: Ladders = {
  'side-plank': sidePlankLadder,
  'bird-dog': birdDogLadder,
  bridge: bridgeLadder,
}
