// Word and Outlook put lists on the clipboard as paragraphs that say in their
// style which list and level they belong to, with the bullet as text. WebKit
// takes that out of the style; there a class, an indent and the bullet are left.

interface Mark {
  level: number
  list: string
}

export function styleOf(element: Element): string {
  return element.getAttribute('data-style') ?? element.getAttribute('style') ?? ''
}

function markOf(element: Element): Mark | null {
  const found = /mso-list:\s*(l\d+)\s+level(\d+)/i.exec(styleOf(element))
  if (found) return { list: found[1] ?? '', level: Number(found[2]) }
  if (!/^MsoListParagraph/.test(element.className) || !bareLabel(element)) return null
  const indent = Number(/margin-left:\s*([\d.]+)pt/i.exec(styleOf(element))?.[1] ?? pointsOfLevel)
  return { list: '', level: Math.max(1, Math.round(indent / pointsOfLevel)) }
}

const pointsOfLevel = 36

/** The bullet or number at the start of a paragraph, with the room behind it. */
function bareLabel(paragraph: Element): Element | null {
  const first = paragraph.firstElementChild
  const before = first?.previousSibling?.textContent?.trim() ?? ''
  return first && before === '' && /^\s*(?:[·•o§▪–-]|\(?\w{1,4}[.)]|(?:\d+\.)+\d*)[\s\u00a0]{2,}$/.test(first.textContent ?? '') ? first : null
}

/** Word's list paragraphs become real lists. */
export function liftWordLists(root: Element): void {
  const ownerDocument = root.ownerDocument
  const first = [...root.querySelectorAll('p, h1, h2, h3, h4, h5, h6')].filter((element) => markOf(element))
  const done = new Set<Element>()
  for (const start of first) {
    if (done.has(start)) continue
    const run: Element[] = []
    for (let next: Element | null = start; next && markOf(next) && next.localName === 'p'; next = next.nextElementSibling) run.push(next)
    if (run.length === 0) {
      // A numbered heading is a heading; its number stays as text.
      done.add(start)
      continue
    }
    const holder = ownerDocument.createElement('div')
    start.before(holder)
    build(holder, run)
    for (const element of run) done.add(element)
  }
}

function build(holder: Element, run: Element[]): void {
  const stack: { level: number; list: Element }[] = []
  for (const paragraph of run) {
    const { level } = markOf(paragraph) ?? { level: 1 }
    const label = takeLabel(paragraph)
    const name = isNumber(label) ? 'ol' : 'ul'
    while (stack.length > 1 && (stack.at(-1)?.level ?? 0) > level) stack.pop()
    let top = stack.at(-1)
    if (!top || top.level < level) {
      top = { level, list: makeList(holder, name, label) }
      const outer = stack.at(-1)?.list.lastElementChild ?? holder
      outer.append(top.list)
      stack.push(top)
    } else if (top.list.localName !== name) {
      const list = makeList(holder, name, label)
      top.list.after(list)
      top.list = list
    }
    const item = holder.ownerDocument.createElement('li')
    item.append(...paragraph.childNodes)
    top.list.append(item)
    paragraph.remove()
  }
}

function makeList(holder: Element, name: 'ol' | 'ul', label: string): Element {
  const list = holder.ownerDocument.createElement(name)
  const start = /^(\d{1,9})[.)]?$/.exec(label)?.[1]
  if (name === 'ol' && start && start !== '1') list.setAttribute('start', start)
  return list
}

/** Removes the bullet that stands in the text and gives it back. */
function takeLabel(paragraph: Element): string {
  const label = [...paragraph.querySelectorAll('span')].find((span) => /mso-list:\s*Ignore/i.test(styleOf(span))) ?? bareLabel(paragraph)
  const text = label?.textContent ?? ''
  label?.remove()
  return text.replace(/[\s\u00a0]+/g, '')
}

function isNumber(label: string): boolean {
  return /^\(?(\d+|[a-z]{1,4}|[ivxlcdm]+)[.)]$/i.test(label) || /^(\d+\.)+\d*$/.test(label)
}
