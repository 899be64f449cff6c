import { afterEach, expect, test, vi } from 'vitest'
import { RichTextController } from '../../../src/lib/editor'
import { references } from '../../../src/lib/editor/bridge/reference'
import { open, rewritten } from './render'

let mounted: RichTextController[] = []

function start(markdown: string) {
  const controller = new RichTextController()
  const opened = vi.fn<(target: string) => void>()
  controller.onopennote = opened
  const element = document.createElement('div')
  document.body.append(element)
  controller.mount(element, { markdown, label: 'Tekst' })
  mounted.push(controller)
  const links = () => [...element.querySelectorAll<HTMLElement>('[role=link][data-note]')]
  const text = () => element.querySelector<HTMLElement>('.rich-text') as HTMLElement
  return { controller, opened, links, text }
}

afterEach(() => {
  for (const controller of mounted) controller.destroy()
  mounted = []
})

// As in app/internal/markdown/ref_test.go: both sides must see the same.
test.each<[string, string, string[]]>([
  ['a title', 'Zie [[Wonen in Noord]].', ['Wonen in Noord']],
  ['words of its own', 'Zie [[Wonen|de notitie]].', ['Wonen']],
  ['a heading', '[[Wonen#Mijn punt|mijn punt]]', ['Wonen#Mijn punt']],
  ['blanks at the edges', '[[ Wonen | hier ]]', ['Wonen']],
  ['signs within mean nothing', '[[a *b* _c_ `d` <e> &amp; https://a.nl]]', ['a *b* _c_ `d` <e> &amp; https://a.nl']],
  ['in bold, a list, a quote and a heading', '# [[a]]\n\n- **[[b]]**\n\n> [[c]]', ['a', 'b', 'c']],
  ['in a table', '| kop |\n|---|\n| [[a\\|b]] |', ['a']],
  ['in code it is text', '`[[a]]`\n\n```\n[[b]]\n```\n\n    [[c]]', []],
  ['nothing in it', '[[]] [[ ]] [[|a]] [[a|]]', []],
  ['in a link it is words', '[zie [[a]] hier](https://a.nl)', []],
  ['one bracket more', '[[[a]]]', ['a']],
  ['a file to be shown here', '![[plaatje.png]]', []],
])('%s', (_, markdown, targets) => {
  const { controller, links } = start(markdown)
  expect(links().map((link) => link.dataset['note'])).toEqual(targets)
  expect(controller.getMarkdown()).toBe(markdown)
  for (const target of targets) expect(rewritten(markdown).replaceAll('[[ ', '[[')).toContain(`[[${target}`)
})

test('a reference in a block that is edited keeps every byte', () => {
  const source = 'Zie [[a *b* _c_ <d> &amp; `e`|mijn _w_]] en *meer*.\n\n| k |\n|---|\n| [[a_b\\|c]] x |\n'
  expect(rewritten(source)).toContain('[[a *b* _c_ <d> &amp; `e`|mijn _w_]]')
  expect(rewritten(source)).toContain('[[a_b\\|c]]')
  expect(open(source).doc.textContent).toContain('[[a_b|c]]')
})

test('what is typed becomes a reference, and opens with Ctrl+click and not with a click', () => {
  const { controller, opened, links } = start('')
  controller.insertReference('[[Wonen]]')
  expect(controller.getMarkdown()).toBe('[[Wonen]]')
  links()[0]?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))
  expect(opened).not.toHaveBeenCalled()
  links()[0]?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey: true }))
  expect(opened).toHaveBeenCalledWith('Wonen')
})

test('Ctrl+Enter opens the reference at the cursor, and elsewhere ticks the task', () => {
  const { controller, opened, text } = start('- [ ] [[Wonen#kop|hier]] bellen')
  const press = () => text().dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true, cancelable: true }))
  controller.focus('start')
  press()
  expect(opened).toHaveBeenCalledWith('Wonen#kop')
  expect(controller.getMarkdown()).toBe('- [ ] [[Wonen#kop|hier]] bellen')
  controller.focus('end')
  press()
  expect(controller.getMarkdown()).toBe('- [x] [[Wonen#kop|hier]] bellen')
  expect(opened).toHaveBeenCalledTimes(1)
})

test('what is typed behind "[[" is told, and completed', async () => {
  const { controller, text } = start('')
  const typed = async (words: string) => {
    controller.setMarkdown('')
    controller.focus('end')
    controller.insertReference(words)
    await Promise.resolve()
    return controller.typed?.words ?? null
  }
  expect(await typed('Zie [[')).toBe('')
  expect(await typed('Zie [[won en')).toBe('won en')
  expect(await typed('Zie [[wonen]]')).toBeNull()
  expect(await typed('Zie ![[wonen')).toBeNull()
  expect(await typed('Zie [[wonen|')).toBeNull()
  expect(await typed('Zie [[won')).toBe('won')
  controller.describeActive('lijst', 'keuze')
  expect(text().getAttribute('aria-activedescendant')).toBe('keuze')
  controller.completeReference('[[Wonen]]')
  controller.describeActive('', '')
  expect(text().hasAttribute('aria-controls')).toBe(false)
  expect(controller.getMarkdown()).toBe('Zie [[Wonen]]')
  expect(controller.typed).toBeNull()
})

test('the places of references are those in the text', () => {
  const text = 'a [[b|c]] ![[d]] [[e]](f) [[g#h]]'
  expect(references(text).map(({ from, to }) => text.slice(from, to))).toEqual(['[[b|c]]', '[[g#h]]'])
})
