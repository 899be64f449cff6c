import type { IconName } from '../ui/icons'

const always = ['pdf', 'html', 'md']

/** The forms that something can be exported in, in the order in which they are offered. */
export const formatsOf = (what: string): string[] => (what === 'run' ? [...always, 'ics', 'csv'] : always)

const icons: Record<string, IconName> = { pdf: 'file-type-pdf', html: 'browser', md: 'markdown', ics: 'calendar-down', csv: 'file-spreadsheet' }

export const formatIcon = (format: string): IconName => icons[format] ?? 'download'
