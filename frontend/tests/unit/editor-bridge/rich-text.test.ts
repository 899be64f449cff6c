import { render, screen } from '@testing-library/svelte'
import { afterEach, expect, test, vi } from 'vitest'
import { RichText, RichTextController, Toolbar, tools } from '../../../src/lib/editor'
import { toolIcons } from '../../../src/lib/editor/icons'
import { editorLabels } from '../../../src/lib/nl/editor'

const source = 'Kop\n===\n\n* een\n* twee  \n\n\n<div>\nhtml\n</div>\n\nslot met _nadruk_ en [[Titel]]\n'
let mounted: RichTextController[] = []

function start(markdown: string, disabled = false) {
  const controller = new RichTextController()
  const onchange = vi.fn<(markdown: string) => void>()
  controller.onchange = onchange
  const element = document.createElement('div')
  document.body.append(element)
  controller.mount(element, { markdown, label: 'Tekst', disabled })
  mounted.push(controller)
  return { controller, onchange, element }
}

afterEach(() => {
  for (const controller of mounted) controller.destroy()
  mounted = []
})

test('opening, looking and closing changes and reports nothing', () => {
  const { controller, onchange } = start(source)
  expect(controller.getMarkdown()).toBe(source)
  controller.flush()
  controller.destroy()
  expect(onchange).not.toHaveBeenCalled()
})

test('going to plain text and back changes no byte, and can be undone', () => {
  const { controller, onchange } = start(source)
  controller.setMarkdown(controller.getMarkdown())
  expect(controller.active.unavailable.undo).toBe(true)

  const changes = ['_nadruk_|*nadruk*', 'twee  |twee', '\n\n\n<div>|\n\n<div>', 'html|HTML', '* een\n|', '===|---', '\n$|\n\nnieuw']
  for (const change of changes) {
    const [from = '', to = ''] = change.split('|')
    const before = controller.getMarkdown()
    const after = before.replace(from === '\n$' ? /\n$/ : from, to)
    controller.setMarkdown(after)
    expect(controller.getMarkdown()).toBe(after)
  }
  expect(onchange).not.toHaveBeenCalled()
})

test('undo after plain text brings back what was there', () => {
  const { controller } = start(source)
  controller.setMarkdown(source.replace('slot', 'einde').replace('Kop', 'Titel'))
  controller.undo()
  expect(controller.getMarkdown()).toBe(source)
  controller.redo()
  expect(controller.getMarkdown()).toBe(source.replace('slot', 'einde').replace('Kop', 'Titel'))
})

test('another note has no undo of the former', () => {
  const { controller } = start(source)
  controller.setMarkdown('anders')
  controller.open('nog een')
  controller.undo()
  expect(controller.getMarkdown()).toBe('nog een')
})

test('the tools write Markdown', () => {
  const { controller, onchange } = start('tekst')
  const told = () => {
    controller.flush()
    return onchange.mock.lastCall?.[0]
  }
  controller.run('heading2')
  expect(told()).toBe('## tekst')
  controller.run('heading2')
  controller.run('taskList')
  expect(told()).toBe('- [ ] tekst')
  controller.run('orderedList')
  expect(told()).toBe('1. tekst')
  controller.run('orderedList')
  controller.run('blockquote')
  expect(told()).toBe('> tekst')
  controller.run('blockquote')
  controller.run('code')
  expect(told()).toBe('```\ntekst\n```')
  controller.undo()
  controller.undo()
  expect(controller.getMarkdown()).toBe('> tekst')
})

test('a note that may not be changed does not change', () => {
  const { controller, element } = start('tekst', true)
  controller.run('bold')
  controller.run('taskList')
  expect(controller.getMarkdown()).toBe('tekst')
  expect(element.querySelector('.rich-text')?.getAttribute('contenteditable')).toBe('false')
})

test('assistive technology gets the structure, and the policy of the page holds', () => {
  const { element } = start('# Kop\n\n- [ ] bel **Jan**\n- gewoon\n\n| a |\n|:-:|\n| 1 |\n')
  const text = element.querySelector('.rich-text')
  expect(text?.getAttribute('role')).toBe('group')
  expect(text?.getAttribute('aria-label')).toBe('Tekst')
  expect(text?.getAttribute('lang')).toBe('nl')
  expect(text?.getAttribute('spellcheck')).toBe('true')
  expect(element.querySelector('input[type=checkbox]')?.getAttribute('aria-label')).toBe('Klaar: bel Jan')
  expect(element.querySelectorAll('h1, ul[role=list], th[scope=col]')).toHaveLength(3)
  expect(document.querySelectorAll('style[data-tiptap-style]')).toHaveLength(0)
})

test('the toolbar is one stop for Tab and names every button', async () => {
  const controller = new RichTextController()
  render(RichText, { controller, markdown: 'tekst', label: 'Tekst' })
  render(Toolbar, { controller })
  const bar = screen.getByRole('toolbar', { name: editorLabels.toolbar })
  const buttons = [...bar.querySelectorAll('button')]
  expect(buttons.filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1)
  for (const button of buttons) expect(button.getAttribute('aria-label')).not.toBe('')
  buttons[0]?.focus()
  buttons[0]?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }))
  await vi.waitFor(() => expect(document.activeElement).toBe(buttons[1]))
  for (const tool of tools) expect(toolIcons[tool].length).toBeGreaterThan(0)
})

test('a change is told at once, and its Markdown soon, also when the typing never stops', async () => {
  vi.useFakeTimers()
  try {
    const { controller, onchange } = start('tekst')
    const onedit = vi.fn()
    controller.onedit = onedit
    controller.setMarkdown('van buiten')
    expect(onedit).not.toHaveBeenCalled()
    for (let change = 1; change <= 20; change += 1) {
      controller.run(change % 2 ? 'heading2' : 'heading3')
      expect(onedit).toHaveBeenCalledTimes(change)
      await vi.advanceTimersByTimeAsync(40)
    }
    expect(onchange.mock.calls.length).toBeGreaterThanOrEqual(1)
    expect(onchange.mock.calls.length).toBeLessThan(20)
    await vi.advanceTimersByTimeAsync(500)
    expect(onchange.mock.lastCall).toEqual(['### van buiten'])
  } finally {
    vi.useRealTimers()
  }
})
