import { arrival } from './ui/arrival'

export type Screen = 'start' | 'notes' | 'runs' | 'exports' | 'settings' | 'help'

export interface Route { screen: Screen; id: string; query: URLSearchParams }

const screens: Record<string, Screen> = {
  '': 'start', artikel: 'start', notities: 'notes', trajecten: 'runs', exporteren: 'exports', instellingen: 'settings', hulp: 'help',
}

/** Reads "#/notities/abc?x=y". An address nobody knows is the first screen. */
export function parse(hash: string): Route {
  const [path = '', search = ''] = hash.replace(/^#\/?/, '').split('?')
  const [name = '', id = ''] = path.split('/')
  const screen = screens[name] ?? 'start'
  return { screen, id: screens[name] ? decodeURIComponent(id) : '', query: new URLSearchParams(search) }
}

class Router {
  current: Route = $state.raw(parse(window.location.hash))

  constructor() {
    window.addEventListener('hashchange', () => {
      arrival.expect()
      this.current = parse(window.location.hash)
    })
  }

  go(hash: string): void {
    window.location.hash = hash
  }

  /** Changes the address without a navigation, as when a new note gets its id. */
  rename(hash: string): void {
    window.history.replaceState(null, '', hash)
  }
}

export const router = new Router()

/** The addresses of the screens, so that nobody writes them by hand. */
export const to = {
  start: '#/',
  item: (id: string, part = '') => `#/artikel/${encodeURIComponent(id)}${part ? `?deel=${encodeURIComponent(part)}` : ''}`,
  notes: '#/notities',
  note: (id: string) => `#/notities/${encodeURIComponent(id)}`,
  /** A note that was just made with a template: the title is what comes next. */
  freshNote: (id: string) => `#/notities/${encodeURIComponent(id)}?nieuw=1`,
  trash: '#/notities?prullenbak=1',
  newNote: (about: { item?: string; part?: string; run?: string; step?: string } = {}) => {
    const query = new URLSearchParams(about).toString()
    return query ? `#/notities/nieuw?${query}` : '#/notities/nieuw'
  },
  runs: '#/trajecten',
  startRun: (template: string) => `#/trajecten?start=${encodeURIComponent(template)}`,
  copyRun: (id: string) => `#/trajecten?van=${encodeURIComponent(id)}`,
  compareRuns: (left: string, right: string) => `#/trajecten/${encodeURIComponent(left)}?naast=${encodeURIComponent(right)}`,
  run: (id: string, step = '') => `#/trajecten/${encodeURIComponent(id)}${step ? `?stap=${encodeURIComponent(step)}` : ''}`,
  exports: '#/exporteren',
  settings: '#/instellingen',
  help: (part = '') => (part ? `#/hulp?deel=${encodeURIComponent(part)}` : '#/hulp'),
}
