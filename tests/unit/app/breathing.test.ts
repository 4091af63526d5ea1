import { expect, it } from 'vitest'
import { breathAt } from '../../../src/app/coach/breathing'

it('opens for the breath in, closes for the breath out, and counts both down', () => {
  expect(breathAt(0, 4, 6)).toEqual({ phase: 'in', count: 4, open: 0 })
  expect(breathAt(3.5, 4, 6)).toMatchObject({ phase: 'in', count: 1 })
  expect(breathAt(4, 4, 6)).toEqual({ phase: 'out', count: 6, open: 1 })
  expect(breathAt(9.9, 4, 6)).toMatchObject({ phase: 'out', count: 1 })
  expect(breathAt(10, 4, 6)).toEqual(breathAt(0, 4, 6))
})
