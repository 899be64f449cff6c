/** Screens that show data reload when something changed it from outside. */
type Reload = () => void

const listeners = new Set<Reload>()

export const changed = {
  on(reload: Reload): () => void {
    listeners.add(reload)
    return () => listeners.delete(reload)
  },
  tell(): void {
    for (const reload of listeners) reload()
  },
}
