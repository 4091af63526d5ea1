import type { ExerciseDefinition } from '../../core/analysis/definition'
import { birdDogRules } from './rules'

/** On all fours, one leg, one arm or an opposite pair reaches out and comes back. */
export const birdDog: ExerciseDefinition = {
  id: 'bird-dog',
  name: 'Bird dog',
  kind: 'reps',
  variations: [
    { id: 'leg-only', name: 'Leg only', description: 'One leg reaches back, both hands stay down.' },
    { id: 'arm-only', name: 'Arm only', description: 'One arm reaches forward, both knees stay down.' },
    {
      id: 'opposite-pair',
      name: 'Opposite arm and leg',
      description: 'One leg and the opposite arm reach out together.',
    },
  ],
  sided: [],
  view: 'side',
  placement: [
    'Stand the laptop side-on to the mat, 2.2 to 3 m away.',
    'Lens 30 to 60 cm above the floor, screen upright.',
    'The whole body in the picture, with room for hand and foot at full reach.',
  ],
  startPosition: 'On all fours, hands under shoulders, knees under hips. Keep still.',
  checks: [
    {
      id: 'lumbar-extension',
      name: 'Back arching',
      cue: 'Keep the cup of water on your low back still',
      gave: 'your back began to arch',
      hidden: 'your back’s outline does not show from here. Turn side-on to the laptop',
    },
    {
      id: 'leg-high',
      name: 'Leg above the trunk line',
      cue: 'Push your heel to the wall behind, not the ceiling',
      gave: 'your leg rose above the line of your trunk',
      hidden: 'the height of your leg does not show from here. Turn side-on to the laptop',
    },
    {
      id: 'short-range',
      name: 'Short reach',
      cue: 'Reach your heel for the far wall',
      gave: 'your reach grew shorter',
      hidden: 'the length of your reach does not show from here. Turn side-on to the laptop',
    },
    {
      id: 'neck',
      name: 'Head drop or lift',
      cue: 'Look at a spot between your thumbs',
      gave: 'your head left the line of your trunk',
      hidden: 'the line of your neck does not show from here. Turn side-on to the laptop',
    },
    {
      id: 'shoulder-collapse',
      name: 'Sinking into the shoulder',
      cue: 'Push the floor away',
      gave: 'your shoulder began to sink',
      hidden: 'your shoulder does not show from here. Turn side-on to the laptop',
    },
    {
      id: 'balance-loss',
      name: 'Loss of balance',
      cue: 'Pause. Reset. Shorter reach',
      gave: 'you lost your balance',
      hidden: 'your balance does not show from here. Turn side-on to the laptop',
    },
    {
      id: 'sway',
      name: 'Wobble',
      cue: 'Freeze like a table',
      gave: 'you began to wobble',
      hidden: 'wobble does not show from here. Turn side-on to the laptop',
    },
    {
      id: 'tempo-drift',
      name: 'Rushing',
      cue: 'Slower, like through honey',
      gave: 'you began to rush',
      hidden: 'your tempo could not be followed',
    },
    {
      id: 'pelvic-rotation',
      name: 'Hips turning',
      cue: 'Point both front pockets at the floor',
      gave: 'your hips began to turn',
      hidden: 'hips turning does not show to one camera beside you',
    },
    {
      id: 'lateral-shift',
      name: 'Shifting sideways',
      cue: 'Stay between the two rails',
      gave: 'you began to shift sideways',
      hidden: 'shifting sideways does not show to one camera beside you',
    },
  ],
  rules: birdDogRules,
}
