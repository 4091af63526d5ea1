/** The app within reach of every screen. */
import { getContext } from 'svelte'
import type { Keel } from '../app/keel'

const KEEL = Symbol('keel')

export const contextWith = (keel: Keel): Map<symbol, Keel> => new Map([[KEEL, keel]])

/** Call while a component is being made. */
export const useKeel = (): Keel => getContext<Keel>(KEEL)
