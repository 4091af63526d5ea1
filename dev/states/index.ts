/** Every state that dev.html can show, in the order of its list. */
import { between } from './between'
import { data } from './data'
import { days } from './days'
import { placement } from './placement'
import { progress } from './progress'
import { reading } from './reading'
import { reviews } from './review'
import { set } from './set'
import type { DevState } from './state'
import { trouble } from './trouble'

export const states: readonly DevState[] = [
  ...placement,
  ...set,
  ...trouble,
  ...between,
  ...reviews,
  ...days,
  ...progress,
  ...reading,
  ...data,
]
