/** The list of states, and the app in a frame beside it. */
import '@fontsource-variable/inter/wght.css'
import { mount } from 'svelte'
import '../src/ui/styles/base.css'
import '../src/ui/styles/tokens.css'
import Shell from './Shell.svelte'
import { states } from './states'

mount(Shell, { target: document.getElementById('app') ?? document.body })

declare global {
  interface Window {
    /** The ids of the states, for a script that walks the list. */
    devStates: readonly string[]
  }
}
window.devStates = states.map(({ id }) => id)
