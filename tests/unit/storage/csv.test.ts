import { describe, expect, it } from 'vitest'
import { partsTable, setsTable, spreadsheetForm } from '../../../src/storage/transfer/csv'
import { aRecord } from './records'

/** Reads a table as RFC 4180 says. */
function rowsOf(table: string): string[][] {
  const rows: string[][] = [[]]
  const cells = /("(?:[^"]|"")*"|[^,\r\n"]*)(,|\r\n|$)/y
  while (cells.lastIndex < table.length) {
    const [, cell = '', end] = cells.exec(table) ?? []
    rows.at(-1)?.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell)
    if (end === '\r\n') rows.push([])
  }
  return rows.slice(0, -1)
}

const asObjects = (table: string): Record<string, string | undefined>[] => {
  const [head = [], ...rows] = rowsOf(table)
  return rows.map((row) => Object.fromEntries(head.map((name, index) => [name, row[index]])))
}

describe('the table of sets', () => {
  it('has one row a set, the oldest first, with numbers for machines', () => {
    const older = aRecord('old', { startedAt: '2026-11-19T07:30:00.000Z', day: '2026-11-19', target: 8 })
    const table = setsTable([aRecord('new'), older], [])
    expect(table.split('\r\n')[0]).toBe(
      'id,started_at,zone,day,source,exercise,variation,side,target,unit,done,judged,steady_limit,at_least,' +
        'stop_reason,gave_check,gave_at_rep,gave_at_s,gave_side,view,second_view,coverage,light',
    )
    const rows = asObjects(table)
    expect(rows.map(({ id }) => id)).toEqual(['old', 'new'])
    expect(rows[0]).toMatchObject({
      ...{ target: '8', done: '8', steady_limit: '6', at_least: 'false', coverage: '0.98' },
      ...{ gave_check: 'lumbar-extension', gave_at_rep: '7', side: '', light: 'unknown' },
    })
  })

  it('gives no limit to a set whose form nobody could check', () => {
    const record = aRecord('unseen')
    const reps = record.analysis.reps.map((rep) => ({
      ...rep,
      findings: [{ check: 'knee-valgus', verdict: 'unseen', reason: 'view' } as const],
    }))
    const [row] = asObjects(setsTable([{ ...record, analysis: { ...record.analysis, reps } }], []))
    expect(row).toMatchObject({ judged: 'false', steady_limit: '', done: '8' })
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('takes the formula out of %j', (variation) => {
    const [row] = asObjects(setsTable([aRecord('x', { variation })], []))
    expect(row?.variation).toBe(`'${variation}`)
  })

  it('quotes what would break a row', () => {
    const variation = 'a "b", c\r\nd'
    const [row] = asObjects(setsTable([aRecord('x', { variation })], []))
    expect(row?.variation).toBe(variation)
    expect(row?.coverage).toBe('0.98')
  })
})

describe('the table of reps', () => {
  it('has one row a rep with what was flagged and what was not checked', () => {
    const rows = asObjects(partsTable([aRecord('one')]))
    expect(rows).toHaveLength(8)
    expect(rows[6]).toMatchObject({
      ...{ set_id: 'one', kind: 'rep', index: '7', start_s: '28', seconds: '4', complete: 'true' },
      ...{ flagged: 'lumbar-extension:2', clear: '', not_checked: 'knee-valgus' },
    })
  })

  it('leaves negative numbers as they are', () => {
    const record = aRecord('x')
    const [first] = record.analysis.reps
    if (first === undefined) throw new Error('a record has reps')
    const analysis = { ...record.analysis, reps: [{ ...first, start: -0.5 }] }
    expect(asObjects(partsTable([{ ...record, analysis }]))[0]?.start_s).toBe('-0.5')
  })
})

describe('the table for a spreadsheet', () => {
  const [first] = aRecord('x').analysis.reps
  const record = aRecord('x', { variation: 'a;b' })
  const analysis = { ...record.analysis, coverage: 0.1 + 0.2 }

  it('has semicolons and a decimal comma where the language has them, and a mark', () => {
    const table = setsTable([{ ...record, analysis }], [], spreadsheetForm('de-DE'))
    expect(table).toMatch(/^\uFEFFid;started_at;zone;/)
    expect(table).toContain(';"a;b";')
    expect(table).toContain(';0,3;')
  })

  it('has commas and a point where the language has those', () => {
    const table = setsTable([{ ...record, analysis }], [], spreadsheetForm('en-GB'))
    expect(table).toMatch(/^\uFEFFid,started_at,zone,/)
    expect(table).toContain(',a;b,')
    expect(table).toContain(',0.3,')
  })

  it('says no more places than were measured', () => {
    if (first === undefined) throw new Error('a record has reps')
    const reps = [{ ...first, start: 1 / 3, end: 2 }]
    const [row] = asObjects(partsTable([{ ...record, analysis: { ...analysis, reps } }]))
    expect(row).toMatchObject({ start_s: '0.333', seconds: '1.667' })
  })
})
