/** Starts Keel in the page. */
import './pose-worker/trusted-types'
import './words/choice'
import '@fontsource-variable/inter/wght.css'
import { mount } from 'svelte'
import { Keel } from './app/keel'
import { renewAtStart } from './app/data/new-version'
import { warmUpAhead } from './app/camera/warm-up'
import App from './ui/App.svelte'
import { contextWith } from './ui/context'
import './ui/styles/base.css'
import './ui/styles/tokens.css'
import './ui/styles/contrast.css'
import { getLocale } from './words/compiled/runtime'

document.documentElement.lang = getLocale()

const target = document.getElementById('app')
if (target === null) throw new Error('the page has no place for the app')

const startsInSet = /^#\/(live|session)/.test(location.hash)
const renewal = await renewAtStart(startsInSet)
if (renewal !== 'reloading') {
  const keel = new Keel(window)
  if (renewal === 'pending') keel.offline.awaitTakeOver()
  // The last screen may stand here already, where something failed on the way.
  target.replaceChildren()
  mount(App, { target, context: contextWith(keel) })
  warmUpAhead(window, keel.pose, async () => {
    const { graphicsOf } = await import('./app/begin')
    const graphics = graphicsOf(keel)
    await graphics.load()
    return graphics.delegate
  })
}
