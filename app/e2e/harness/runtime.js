// What Wails gives a page, as far as ours uses it: window.go and the events of
// window.runtime. `bound` stands above this file when it is served.
(() => {
  async function call(type, method, args) {
    const body = JSON.stringify({ type, method, args: args.map((arg) => (arg === undefined ? null : arg)) })
    const response = await fetch('/wails/call', { method: 'POST', body })
    if (!response.ok) throw new Error(await response.text())
    const { result, error } = await response.json()
    // Wails 2.13 and later reject with an Error around whatever Go gave.
    if (error !== null) throw new Error(error)
    return result
  }

  const app = {}
  for (const [type, methods] of Object.entries(bound)) {
    app[type] = {}
    for (const method of methods) app[type][method] = (...args) => call(type, method, args)
  }
  window.go = { app }

  const handlers = new Map()
  new EventSource('/wails/events').onmessage = ({ data }) => {
    for (const handler of handlers.get(data) ?? []) handler()
  }
  window.runtime = {
    EventsOn(name, handler) {
      if (!handlers.has(name)) handlers.set(name, new Set())
      handlers.get(name).add(handler)
      return () => handlers.get(name).delete(handler)
    },
  }
})()
