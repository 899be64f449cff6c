// Dates, sizes and plurals, as Dutch readers expect them.

const civil = new Intl.DateTimeFormat('nl-NL', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
const moment = new Intl.DateTimeFormat('nl-NL', { day: 'numeric', month: 'long', year: 'numeric' })
const clock = new Intl.DateTimeFormat('nl-NL', { hour: '2-digit', minute: '2-digit' })

/** "2026-03-18" becomes "18 maart 2026". A civil date has no time zone. */
export function formatDate(date: string): string {
  const at = new Date(`${date}T00:00:00Z`)
  return Number.isNaN(at.getTime()) ? date : civil.format(at)
}

/** An RFC 3339 moment becomes a local day. */
export function formatDay(at: string): string {
  const when = new Date(at)
  return Number.isNaN(when.getTime()) ? at : moment.format(when)
}

/** An RFC 3339 moment becomes "14:05". */
export function formatTime(at: string): string {
  const when = new Date(at)
  return Number.isNaN(when.getTime()) ? at : clock.format(when)
}

/** A time alone is enough only for a moment of today. */
export function isToday(at: string): boolean {
  return formatDay(at) === moment.format(new Date())
}

export function formatMoment(at: string): string {
  return `${formatDay(at)} om ${formatTime(at)}`
}

/** Bytes as "48 kB", the way file managers show them. */
export function formatSize(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1000))} kB`
  return `${(bytes / 1_000_000).toLocaleString('nl-NL', { maximumFractionDigits: 1 })} MB`
}

export const number = (n: number): string => n.toLocaleString('nl-NL')

export function plural(n: number, one: string, many: string): string {
  return `${number(n)} ${n === 1 ? one : many}`
}

/** Seconds as "2 minuten en 24 seconden"; what is nought is not said. */
export function formatDuration(seconds: number): string {
  const whole = Math.round(seconds)
  const minutes = Math.floor(whole / 60)
  const rest = whole % 60
  const parts = [minutes > 0 ? plural(minutes, 'minuut', 'minuten') : '', rest > 0 || minutes === 0 ? plural(rest, 'seconde', 'seconden') : '']
  return parts.filter(Boolean).join(' en ')
}
