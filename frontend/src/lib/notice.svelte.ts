/** The one message at the bottom of the window; it stays until dismissed. */
class Notice {
  text = $state('')
  actionLabel = $state('')
  #action: (() => void) | null = null

  show(text: string, actionLabel = '', action: (() => void) | null = null): void {
    this.text = text
    this.actionLabel = actionLabel
    this.#action = action
  }

  act(): void {
    const action = this.#action
    this.clear()
    action?.()
  }

  clear(): void {
    this.text = ''
    this.actionLabel = ''
    this.#action = null
  }
}

export const notice = new Notice()
