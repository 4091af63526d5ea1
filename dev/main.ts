/**
 * dev.html: every screen of Keel in every state, without a camera. Two pages in one: with `?show=STATE` the app
 * itself in that state, as the gallery takes its picture; without, the list of states with the app in a frame.
 */
import { applyLanguage } from './surroundings'

// The words are read when their modules are, so the language comes before every other import.
applyLanguage(new URLSearchParams(location.search).get('lang'))

const show = new URLSearchParams(location.search).get('show')
// Not awaited here: a chunk that waits for another which imports it would wait for ever.
if (show === null) void import('./shell')
else void import('./stage').then((stage) => stage.show(show))
