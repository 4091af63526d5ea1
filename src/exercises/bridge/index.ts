import type { ExerciseDefinition } from '../../core/analysis/definition'
import { bridgeRules } from './rules'

/** On the back, feet down, the hips lift to a straight line from shoulder to knee. */
export const bridge: ExerciseDefinition = {
  id: 'bridge',
  name: 'Bridge',
  kind: 'reps',
  variations: [
    { id: 'double-leg', name: 'Both legs', description: 'Both feet press, the hips lift level.' },
    { id: 'single-leg', name: 'Single leg', description: 'One foot presses, the other leg stays long.' },
    { id: 'march', name: 'March', description: 'At the top, one heel lifts after the other.' },
  ],
  sided: ['single-leg'],
  view: 'side',
  placement: [
    'Stand the laptop side-on to the mat, 2.2 to 3 m away.',
    'Lens 30 to 60 cm above the floor, screen upright.',
    'With one leg: the working leg near the laptop.',
  ],
  startPosition: 'On your back, knees bent, feet flat, arms beside you. Keep still.',
  secondView: {
    id: 'knees',
    name: 'Knee check',
    choices: ['The whole movement, from the side', 'Your knees, from behind your head'],
    why: 'From the side one knee hides the other. Five reps seen from behind your head show whether they fall in or out.',
    proposal: 'Your knees were not checked. A knee check takes five reps.',
    facing: 'head-end',
    placement: [
      'Put the laptop on a chair behind your head, 2.2 to 2.4 m from your hips.',
      'A few books under it help: the lens wants about 1 m above the floor.',
      'Tilt the screen down until you see your shoulders and both knees.',
    ],
    target: 5,
    variations: ['double-leg'],
    checks: ['knee-valgus', 'knee-splay'],
    only: 'from here only your knees show',
    held: 'Your knees held their line',
    wandered: 'Your knees left their line',
  },
  checks: [
    {
      id: 'short-range',
      name: 'Short of the top',
      cue: 'Lift your belt buckle to the tape on the wall',
      gave: 'your hips stopped short of the top',
      hidden: 'the height of your hips does not show from here. Turn side-on to the laptop',
    },
    {
      id: 'hip-overextension',
      name: 'Hips past straight',
      cue: 'Zip your shirt buttons toward your belt',
      gave: 'your hips went past straight',
      hidden: 'the line of your hips does not show from here. Turn side-on to the laptop',
    },
    {
      id: 'lumbar-extension',
      name: 'Back arching',
      cue: 'Zip your shirt buttons toward your belt',
      gave: 'your back began to arch',
      hidden: 'your trunk’s outline does not show from here. Turn side-on to the laptop',
    },
    {
      id: 'hip-sag',
      name: 'Hips sinking at the top',
      cue: 'Keep your belt at the line',
      gave: 'your hips began to sink at the top',
      hidden: 'the height of your hips does not show from here. Turn side-on to the laptop',
    },
    {
      id: 'feet-far',
      name: 'Feet too far away',
      cue: 'Slide heels closer',
      gave: 'your feet crept away',
      hidden: 'your feet do not show well enough from here. Turn side-on to the laptop',
    },
    {
      id: 'knee-valgus',
      name: 'Knees falling in',
      cue: 'Spread the mat with your feet',
      gave: 'your knees began to fall in',
      hidden:
        'your knees are behind each other from here. For a knee check, put the laptop on a chair behind your head, tilted down',
    },
    {
      id: 'knee-splay',
      name: 'Knees falling out',
      cue: 'Knees over shoelaces',
      gave: 'your knees began to fall out',
      hidden:
        'your knees are behind each other from here. For a knee check, put the laptop on a chair behind your head, tilted down',
    },
    {
      id: 'neck',
      name: 'Neck pulled short',
      cue: 'Heavy arms',
      gave: 'your neck pulled short',
      hidden: 'your neck does not show from here. Turn square side-on to the laptop',
    },
    {
      id: 'pelvic-drop',
      name: 'One hip dropping',
      cue: 'Balance a tray on your hips',
      gave: 'one hip began to drop',
      hidden: 'one hip hides the other from here',
    },
    {
      id: 'sway',
      name: 'Wobble',
      cue: 'Breathe out slowly',
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
  ],
  rules: bridgeRules,
}
