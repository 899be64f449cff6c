/**
 * Keeps the page where it is. Neither the content security policy nor the
 * webview stops navigation, so links outside this page open in the user's own
 * browser, and a file that is dropped on the window does nothing.
 */
export function guardLinks(open: (url: string) => void): () => void {
  const click = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null
    const href = link?.getAttribute('href') ?? ''
    if (!link || href.startsWith('#')) return
    event.preventDefault()
    if (event.button === 0 || event.button === 1) open(href)
  }
  const stop = (event: Event) => event.preventDefault()

  document.addEventListener('click', click)
  document.addEventListener('auxclick', click)
  window.addEventListener('dragover', stop)
  window.addEventListener('drop', stop)
  return () => {
    document.removeEventListener('click', click)
    document.removeEventListener('auxclick', click)
    window.removeEventListener('dragover', stop)
    window.removeEventListener('drop', stop)
  }
}
