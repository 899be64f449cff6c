import { isMailAddress, isWebAddress } from '../schema/marks'
import { liftWordLists, styleOf } from './word'

// HTML from Word, Outlook or a web page, made into the few elements that a
// note knows. What is not named here is left out or opened up; attributes go.

const dropped = new Set([
  'script', 'style', 'head', 'title', 'meta', 'link', 'base', 'object', 'embed', 'iframe', 'frame', 'frameset', 'noscript', 'template', 'svg', 'math', 'img', 'picture',
  'video', 'audio', 'source', 'track', 'canvas', 'map', 'area', 'select', 'option', 'button', 'textarea', 'colgroup', 'col', 'xml', 'o:smarttagtype', 'v:shapetype', 'v:shape', 'w:sdtpr',
])
const inlineNames: Record<string, string> = { b: 'strong', strong: 'strong', i: 'em', em: 'em', s: 'del', strike: 'del', del: 'del', code: 'code', kbd: 'code', samp: 'code', tt: 'code' }
const blocks = new Set([
  'p', 'div', 'section', 'article', 'aside', 'header', 'footer', 'main', 'nav', 'figure', 'figcaption', 'address', 'center', 'form', 'fieldset', 'dl', 'dt', 'dd', 'details', 'summary',
  'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'blockquote', 'pre', 'hr', 'table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th',
])

/** Clean HTML. What this editor put on the clipboard itself is left as it is. */
export function cleanHtml(html: string): string {
  // A document of its own: nothing in it runs or is loaded.
  const source = new DOMParser().parseFromString(quiet(html), 'text/html')
  if (source.querySelector('[data-pm-slice]')) return html
  const { body } = source
  liftWordLists(body)
  const target = document.implementation.createHTMLDocument('')
  new Cleaner(target).children(body, target.body)
  return target.body.innerHTML
}

/**
 * Styles and handlers under another name: the page's policy refuses them also
 * in a document of its own, and would report every one of them.
 */
function quiet(html: string): string {
  return html
    .replace(/<!\[(?:if|endif)[^\]]*\]>/gi, '')
    .replace(/<style\b[^]*?<\/style\s*>/gi, '')
    .replace(/<[a-z][^<>]*>/gi, (tag) => tag.replace(/\s(?=style\s*=)/gi, ' data-').replace(/\s(?=on[a-z]+\s*=)/gi, ' data-'))
}

class Cleaner {
  readonly #document: Document

  constructor(target: Document) {
    this.#document = target
  }

  children(from: Node, to: Element): void {
    for (const child of from.childNodes) this.#node(child, to)
  }

  #node(node: Node, to: Element): void {
    if (node.nodeType === 3) {
      const text = node.textContent ?? ''
      to.append(to.closest('pre') ? text : text.replace(/[ \t\r\n\f]+/g, ' '))
    } else if (node.nodeType === 1) {
      this.#element(node as Element, to)
    }
  }

  #element(element: Element, to: Element): void {
    const name = element.localName.toLowerCase()
    if (dropped.has(name) || isHidden(element)) return
    if (name === 'input') return this.#checkbox(element, to)
    if (element.className === 'Apple-converted-space') return void to.append(' ')
    if (name === 'br') return void (to.localName !== 'tr' && to.append(this.#document.createElement('br')))
    if (name === 'hr') return void to.append(this.#document.createElement('hr'))
    if (name === 'a') return this.#link(element, to)
    if (name === 'table') return this.#table(element, to)
    if (name === 'pre') return this.#pre(element, to)
    if (/^(h[1-6]|p|blockquote|ul|ol|li)$/.test(name)) return this.#block(name, element, to)
    if (blocks.has(name)) return this.#opened(element, to)
    this.children(element, this.#marked(name, element, to))
  }

  /** Marks from the element's name or from its style. */
  #marked(name: string, element: Element, to: Element): Element {
    const style = styleOf(element).toLowerCase()
    const wanted = new Set<string>()
    const named = inlineNames[name]
    if (named) wanted.add(named)
    const weight = /(?:^|[;\s])font-weight:\s*(bold|bolder|normal|lighter|\d+)/.exec(style)?.[1]
    if (weight) put(wanted, 'strong', weight.startsWith('bold') || Number(weight) >= 600)
    const slope = /(?:^|[;\s])font-style:\s*(italic|oblique|normal)/.exec(style)?.[1]
    if (slope) put(wanted, 'em', slope !== 'normal')
    if (/(?:^|[;\s])text-decoration[^;]*line-through/.test(style)) wanted.add('del')
    if (to.closest('h1, h2, h3, h4, h5, h6, th')) wanted.delete('strong')
    let inner = to
    for (const mark of wanted) {
      const made = this.#document.createElement(mark)
      inner.append(made)
      inner = made
    }
    return inner
  }

  #block(name: string, element: Element, to: Element): void {
    // In a list only items, and items only in a list.
    const stray = name === 'li' && !/^[uo]l$/.test(to.localName)
    if (stray || (/^[uo]l$/.test(to.localName) && name !== 'li' && !/^[uo]l$/.test(name))) return this.#opened(element, to)
    const made = this.#document.createElement(/MsoTitle/.test(element.className) ? 'h1' : name)
    const start = element.getAttribute('start')
    if (name === 'ol' && start && /^\d{1,9}$/.test(start)) made.setAttribute('start', start)
    if (name === 'li' && element.getAttribute('aria-checked')) made.dataset['checked'] = String(element.getAttribute('aria-checked') === 'true')
    // A list straight in a list belongs to the item before it.
    const parent = /^[uo]l$/.test(name) && /^[uo]l$/.test(to.localName) ? (to.lastElementChild ?? to) : to
    this.children(element, name === 'p' ? this.#marked(name, element, this.#append(parent, made)) : this.#append(parent, made))
    if (name !== 'li' && !made.textContent?.replace(/[\s\u00a0]/g, '')) made.remove()
  }

  #append(to: Element, made: Element): Element {
    to.append(made)
    return made
  }

  /** A box around text and blocks: its own text becomes a paragraph. */
  #opened(element: Element, to: Element): void {
    const hasBlocks = [...element.children].some((child) => blocks.has(child.localName) || child.querySelector('p, div, ul, ol, table, pre, blockquote, h1, h2, h3'))
    if (hasBlocks || to.localName === 'p' || to.closest('p, h1, h2, h3, h4, h5, h6')) return this.children(element, to)
    const made = this.#document.createElement('p')
    to.append(made)
    this.children(element, made)
    if (!made.textContent?.replace(/[\s\u00a0]/g, '')) made.remove()
  }

  #link(element: Element, to: Element): void {
    const text = element.textContent?.trim() ?? ''
    // WebKit takes a mail address out of the link; the text often has it still.
    const href = element.getAttribute('href')?.trim() ?? (isMailAddress(text) ? `mailto:${text}` : '')
    if (!isWebAddress(href) || !text) return this.children(element, to)
    const made = this.#document.createElement('a')
    made.setAttribute('href', href)
    to.append(made)
    this.children(element, made)
  }

  #checkbox(element: Element, to: Element): void {
    const item = to.closest('li')
    if (element.getAttribute('type') === 'checkbox' && item) item.dataset['checked'] = String(element.hasAttribute('checked'))
  }

  #pre(element: Element, to: Element): void {
    const made = this.#document.createElement('pre')
    made.textContent = (element.textContent ?? '').replace(/\r\n?/g, '\n').replace(/\n$/, '')
    to.append(made)
  }

  /** Tables for layout are opened up; cells that were merged are filled out. */
  #table(element: Element, to: Element): void {
    const rows = [...element.querySelectorAll('tr')].filter((row) => row.closest('table') === element)
    const cellsOf = (row: Element) => [...row.children].filter((cell) => /^t[dh]$/.test(cell.localName))
    const width = Math.max(0, ...rows.map((row) => cellsOf(row).reduce((sum, cell) => sum + span(cell, 'colspan'), 0)))
    const layout = element.querySelector('table') !== null || width < 2 || rows.length < 2 || to.closest('table') !== null
    if (layout) {
      for (const row of rows) for (const cell of cellsOf(row)) this.#opened(cell, to)
      return
    }
    const caption = element.querySelector('caption')
    if (caption) this.#opened(caption, to)
    const table = this.#append(to, this.#document.createElement('table'))
    const waiting: number[] = Array.from({ length: width }, () => 0)
    for (const row of rows) {
      const made = this.#append(table, this.#document.createElement('tr'))
      const name = made === table.firstElementChild ? 'th' : 'td'
      const cells = cellsOf(row)
      for (let column = 0; column < width;) {
        const covered = (waiting[column] ?? 0) > 0
        const cell = covered ? undefined : cells.shift()
        const place = this.#append(made, this.#document.createElement(name))
        if (covered) waiting[column] = (waiting[column] ?? 0) - 1
        if (cell) this.#cell(cell, place)
        const wide = cell ? Math.min(span(cell, 'colspan'), width - column) : 1
        for (let extra = 0; extra < wide; extra += 1) {
          if (cell) waiting[column + extra] = span(cell, 'rowspan') - 1
          if (extra > 0) this.#append(made, this.#document.createElement(name))
        }
        column += wide
      }
    }
  }

  /** A cell is one line of text. */
  #cell(cell: Element, place: Element): void {
    const loose = this.#document.createElement(place.localName)
    this.children(cell, loose)
    const line = this.#append(place, this.#document.createElement('p'))
    flow(loose, line)
  }
}

function put(set: Set<string>, name: string, present: boolean): void {
  if (present) set.add(name)
  else set.delete(name)
}

function flow(from: Element, line: Element): void {
  for (const child of [...from.childNodes]) {
    if (child.nodeType !== 1) {
      line.append(child)
      continue
    }
    const element = child as Element
    const isBlock = blocks.has(element.localName) || element.localName === 'br'
    if (isBlock && line.textContent && !line.textContent.endsWith(' ')) line.append(' ')
    if (isBlock) flow(element, line)
    else line.append(element)
  }
}

function span(cell: Element, name: string): number {
  const value = Number.parseInt(cell.getAttribute(name) ?? '1', 10)
  return value >= 1 && value <= 100 ? value : 1
}

function isHidden(element: Element): boolean {
  const style = styleOf(element).toLowerCase()
  return element.hasAttribute('hidden') || /display:\s*none|visibility:\s*hidden|mso-hide:\s*all/.test(style)
}
