/** Gives every component access to the app. */
import { getContext } from 'svelte'
import type { Keel } from '../app/keel'

const KEEL = Symbol('keel')

export const contextWith = (keel: Keel): Map<symbol, Keel> => new Map([[KEEL, keel]])

/** Call while a component initialises. */
export const useKeel = (): Keel => getContext<Keel>(KEEL)
