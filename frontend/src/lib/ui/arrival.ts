/**
 * Moves the focus to where a navigation arrives. The router announces each
 * navigation; the first heading that mounts afterwards takes the focus, once.
 * At the start of the program nothing is announced and nothing moves.
 */
class Arrival {
  #expected = false
  #leaving = ''
  #left = ''

  expect(): void {
    this.#expected = true
    this.#left = this.#leaving
    this.#leaving = ''
  }

  focus(element: HTMLElement): void {
    if (!this.#expected) return
    this.#expected = false
    window.scrollTo(0, 0)
    element.focus({ preventScroll: true })
  }

  /** The user goes back: the focus is to return to the link that led here. */
  back(): void {
    this.#leaving = window.location.hash.split('?')[0] ?? ''
  }

  /** The screen shows its data: the focus returns, when that link is there. */
  settled(): void {
    const link = [...document.querySelectorAll<HTMLElement>('main a')].find((one) => one.getAttribute('href') === this.#left)
    this.#left = ''
    if (!link) return
    link.scrollIntoView({ block: 'center' })
    link.focus({ preventScroll: true })
  }
}

export const arrival = new Arrival()
