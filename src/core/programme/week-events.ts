/** A planned week as calendar events: sessions and recovery with the same weight. */
import type { CalendarEvent } from './ics'
import type { Ladders } from './ladder'
import type { Profile } from './log'
import type { PlanItem } from './plan-model'
import { say } from './reasons'
import { levelAt } from './rung'
import { sayDose } from './step-words'
import type { WeekDay } from './week'

function itemLine(item: PlanItem, ladders: Ladders, unit: Profile['weightUnit']): string {
  const ladder = ladders[item.exercise]
  const level = ladder.levels.find((candidate) => candidate.id === item.level) ?? levelAt(ladder, 0)
  return `${ladder.name} (${level.name.toLowerCase()}) ${sayDose(level, ladder.kind, item.dose, unit)}`
}

/** Events for today and the days ahead; what is past is left to the calendar. `time` as in a calendar event. */
export function weekEvents(
  week: readonly WeekDay[],
  ladders: Ladders,
  unit: Profile['weightUnit'],
  time: string | null,
): CalendarEvent[] {
  return week
    .filter((day) => day.when !== 'past')
    .flatMap((day) => {
      const events: CalendarEvent[] = []
      if (day.kind === 'session') {
        const lines = day.items.map((item) => itemLine(item, ladders, unit))
        const why = day.why.map(say)
        events.push({
          uid: `${day.day}-session@keel`,
          day: day.day,
          time,
          minutes: day.minutes,
          summary: day.mode === 'less' ? 'Keel: lighter session' : 'Keel: session',
          description: [...lines, ...why].join('\n'),
        })
      }
      const texts = day.recovery.items.map((item) => item.text)
      if (texts.length > 0) {
        events.push({
          uid: `${day.day}-recovery@keel`,
          day: day.day,
          time: null,
          minutes: day.recovery.items.reduce((sum, item) => sum + item.minutes, 0),
          summary: 'Keel: recovery',
          description: texts.join('\n'),
        })
      }
      return events
    })
}
