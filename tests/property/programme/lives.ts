/** A simulated life with every law checked on every plan. */
import { planDay } from '../../../src/core/programme/day/plan'
import type { LogEntry } from '../../../src/core/programme/log/log'
import { ladders } from '../../../src/exercises/ladders'
import { violations, type Violation } from './laws'
import { makePerson, seeded, type Kind } from './people'
import { simulate } from './simulate'

/** The same entries, written anew and in another order. */
function shuffled(log: readonly LogEntry[], seed: number): LogEntry[] {
  const chance = seeded(seed)
  const copy = JSON.parse(JSON.stringify(log)) as LogEntry[]
  for (let at = copy.length - 1; at > 0; at--) {
    const other = Math.floor(chance() * (at + 1))
    const [a, b] = [copy[at], copy[other]]
    if (a && b) [copy[at], copy[other]] = [b, a]
  }
  return copy
}

/** Violations of 26 weeks of one person. */
export function live(kind: Kind, seed: number): Violation[] {
  const person = makePerson(kind, seed)
  const found: Violation[] = []
  let dry = 0
  let lastDay = -1
  simulate(person, (log, plan, index) => {
    found.push(...violations(log, plan, person.profile))
    if (
      index % 61 === seed % 61 &&
      JSON.stringify(planDay(shuffled(log, seed), plan.day, ladders)) !== JSON.stringify(plan)
    ) {
      found.push({ law: 'same-log-same-plan', day: plan.day, detail: '' })
    }
    // A day without a session is the plan's own only when nothing red and no safety answer stands behind it.
    const excused =
      plan.kind === 'session' || plan.kind === 'done' || plan.kind === 'advice' || plan.kind === 'recover'
    if (excused || index > lastDay + 1) dry = 0
    else if (index > lastDay) dry++
    lastDay = index
    if (dry > 10) found.push({ law: 'always-a-plan', day: plan.day, detail: `${dry} days` })
  })
  return found
}
