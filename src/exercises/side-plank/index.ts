import type { ExerciseDefinition } from '../../core/analysis/definition'
import { sidePlankRules } from './rules'

/** On one forearm, the hips lift off the floor and stay in line. */
export const sidePlank: ExerciseDefinition = {
  id: 'side-plank',
  name: 'Side plank',
  kind: 'hold',
  variations: [
    { id: 'knees', name: 'From the knees', description: 'Knees bent, the line runs from shoulder to knee.' },
    { id: 'feet', name: 'From the feet', description: 'Legs long, the line runs from shoulder to foot.' },
  ],
  sided: ['knees', 'feet'],
  view: 'front',
  placement: [
    'Turn your chest to the laptop, 2.2 to 3 m away.',
    'On a chair or low table the laptop also sees your trunk turn and your hips bend.',
    'The whole body in the picture, head to feet.',
  ],
  startPosition: 'On your side, elbow under shoulder, hips on the floor. Then lift and hold.',
  checks: [
    {
      id: 'hip-sag',
      name: 'Hips sagging',
      cue: 'Keep your belt touching the string',
      gave: 'your hips began to sag',
      hidden: 'the height of your hips does not show from here. Turn your chest to the laptop',
    },
    {
      id: 'hip-high',
      name: 'Hips too high',
      cue: 'Lower to the string',
      gave: 'your hips rose too high',
      hidden: 'the height of your hips does not show from here. Turn your chest to the laptop',
    },
    {
      id: 'hip-flexion',
      name: 'Hips bending back',
      cue: 'Hips to the camera',
      gave: 'your hips began to bend back',
      hidden: 'hips bending back does not show to a low lens. Put the laptop on a chair',
    },
    {
      id: 'trunk-roll',
      name: 'Trunk rolling',
      cue: 'Chest square to the camera',
      gave: 'your trunk began to roll',
      hidden: 'your trunk rolling does not show to a low lens. Put the laptop on a chair',
    },
    {
      id: 'shoulder-collapse',
      name: 'Sinking into the shoulder',
      cue: 'Push the floor away, long neck',
      gave: 'you began to sink into your shoulder',
      hidden: 'your shoulder does not show from here. Turn your chest to the laptop',
    },
    {
      id: 'neck',
      name: 'Head drop or lift',
      cue: 'Nose in line with your zip',
      gave: 'your head left the line of your trunk',
      hidden: 'the line of your neck does not show from here. Turn your chest to the laptop',
    },
    {
      id: 'elbow-off',
      name: 'Elbow away from the shoulder',
      cue: 'Elbow under shoulder',
      gave: 'your elbow stood away from your shoulder',
      hidden: 'your upper arm does not show from here. Turn your chest to the laptop',
    },
    {
      id: 'sway',
      name: 'Sway',
      cue: 'Breathe out slowly',
      gave: 'you began to sway',
      hidden: 'sway does not show from here. Turn your chest to the laptop',
    },
  ],
  rules: sidePlankRules,
}
