import type { RunView } from '../../lib/api/api'

export type Kind = 'anchor' | 'law' | 'step' | 'done'
export interface Moment { date: string; text: string; kind: Kind; state: string; late: boolean; x: number; lane: number }
export interface Timeline { moments: Moment[]; months: { x: number; label: string }[]; today: number | null }

const day = 86_400_000
const month = new Intl.DateTimeFormat('nl-NL', { month: 'short', timeZone: 'UTC' })
/** The day of a moment where the user is. */
export function localDay(moment: Date): string {
  return new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000).toISOString().slice(0, 10)
}
const at = (date: string) => Date.parse(`${date}T00:00:00Z`)

/**
 * The dates of a run as places on a line of the given width. Today is null
 * when it lies outside. Two moments that would touch get another lane.
 */
export function timeline(view: RunView, today: string, width: number): Timeline {
  const found: Omit<Moment, 'x' | 'lane'>[] = []
  if (view.anchor) found.push({ date: view.anchor, text: view.anchorLabel, kind: 'anchor', state: '', late: false })
  for (const one of view.dates) {
    if (one.date !== view.anchor) found.push({ date: one.date, text: one.text, kind: 'law', state: '', late: false })
  }
  for (const step of view.phases.flatMap((phase) => phase.steps)) {
    const settled = step.state === 'done' || step.state === 'skipped'
    const date = settled && step.at ? localDay(new Date(step.at)) : step.deadline
    if (date && step.kind !== 'topic') {
      found.push({ date, text: step.text, kind: settled ? 'done' : 'step', state: step.state, late: step.late })
    }
  }
  found.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
  const first = found[0]
  const last = found.at(-1)
  if (!first || !last) return { moments: [], months: [], today: null }
  const from = at(first.date) - 7 * day
  const span = at(last.date) + 7 * day - from
  const place = (time: number) => ((time - from) / span) * width
  const ends: number[] = []
  const moments = found.map((one) => {
    const x = place(at(one.date))
    let lane = ends.findIndex((end) => x - end >= 14)
    if (lane < 0) lane = ends.length
    ends[lane] = x
    return { ...one, x, lane }
  })
  return { moments, months: monthsOf(from, from + span, place, width), today: within(place(at(today)), width) }
}

const within = (x: number, width: number) => (x >= 0 && x <= width ? x : null)

function monthsOf(from: number, until: number, place: (time: number) => number, width: number) {
  const marks: { x: number; label: string }[] = []
  const start = new Date(from)
  let last = -Infinity
  let year = 0
  for (let n = 1; ; n++) {
    const time = Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + n, 1)
    if (time > until) return marks
    const x = place(time)
    if (x - last < 64 || width - x < 56) continue
    last = x
    const date = new Date(time)
    const label = month.format(date) + (date.getUTCFullYear() === year ? '' : ` ${date.getUTCFullYear()}`)
    year = date.getUTCFullYear()
    marks.push({ x, label })
  }
}
