/**
 * Runs chains of npm scripts side by side, each chain in its order: together.ts lint check,test:unit
 * A chain stops at its first failure; the others finish. Ends with 1 if any failed.
 */
import { spawn } from 'node:child_process'

const run = (script: string): Promise<boolean> =>
  new Promise((resolve) => {
    const child = spawn('npm', ['run', script], { stdio: 'inherit', shell: process.platform === 'win32' })
    child.on('error', () => resolve(false))
    child.on('exit', (code) => resolve(code === 0))
  })

async function runChain(chain: string): Promise<boolean> {
  for (const script of chain.split(','))
    if (!(await run(script))) {
      console.error(`failed: npm run ${script}`)
      return false
    }
  return true
}

const passed = await Promise.all(process.argv.slice(2).map(runChain))
process.exitCode = passed.every(Boolean) ? 0 : 1
