/** Draws `public/icons` from `public/icon.svg`: run it by hand when that changes. */
import { mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { launchChromium } from './chromium'

const folder = path.resolve(import.meta.dirname, '../public')
const svg = readFileSync(path.join(folder, 'icon.svg'), 'utf8')
const GROUND = '#0c5c5b'

/** @param share of the side that the drawing takes; a mask may cut a tenth off each edge. */
const ICONS = [
  { name: '192', size: 192, share: 1, ground: 'transparent' },
  { name: '512', size: 512, share: 1, ground: 'transparent' },
  { name: 'maskable', size: 512, share: 0.8, ground: GROUND },
  { name: 'apple', size: 180, share: 0.9, ground: GROUND },
] as const

const browser = await launchChromium()
try {
  mkdirSync(path.join(folder, 'icons'), { recursive: true })
  for (const { name, size, share, ground } of ICONS) {
    const page = await browser.newPage({ viewport: { width: size, height: size } })
    await page.setContent(
      `<style>body{margin:0;height:100vh;display:grid;place-items:center;background:${ground}}
       svg{width:${String(share * 100)}vw;display:block}</style>${svg}`,
    )
    await page.screenshot({ path: path.join(folder, `icons/${name}.png`), omitBackground: true })
    await page.close()
  }
} finally {
  await browser.close()
}
