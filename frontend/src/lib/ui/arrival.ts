/**
 * Moves the focus to where a navigation arrives. The router announces each
 * navigation; the first heading that mounts afterwards takes the focus, once.
 * At the start of the program nothing is announced and nothing moves.
 */
class Arrival {
  #expected = false

  expect(): void {
    this.#expected = true
  }

  focus(element: HTMLElement): void {
    if (!this.#expected) return
    this.#expected = false
    window.scrollTo(0, 0)
    element.focus({ preventScroll: true })
  }
}

export const arrival = new Arrival()
