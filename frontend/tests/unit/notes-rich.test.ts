import { fireEvent } from '@testing-library/svelte'
import { describe, expect, it } from 'vitest'
import { screen, start, waitFor } from './render'

const called = (calls: { method: string; args: unknown[] }[], method: string) => calls.filter((call) => call.method === method)
const text = () => screen.findByLabelText('Tekst', { selector: '[role=group]' })

/** Changes the text as a user does who presses a button of the toolbar. */
async function change() {
  await text()
  await fireEvent.click(screen.getByRole('button', { name: 'Citaat' }))
}

describe('Notities, opgemaakte tekst', () => {
  it('never calls a text stored that is on the screen and not in the store', async () => {
    await start('#/notities/n-3')
    await screen.findByText(/^Bewaard o/)
    await change()
    // At once, although the Markdown is written a moment later.
    expect(screen.queryByText(/^Bewaard o/)).toBeNull()
    expect(screen.getByText('Bezig met bewaren...')).toBeTruthy()
  })

  it('saves what was changed when the text loses the focus', async () => {
    const { fake } = await start('#/notities/n-3')
    const before = (await fake.api.notes.get('n-3')).body
    await change()
    await fireEvent.blur(await text())
    await screen.findByText(/^Bewaard o/)
    const after = (await fake.api.notes.get('n-3')).body
    expect(called(fake.calls, 'notes.save')).toHaveLength(1)
    expect(after).toContain('> ')
    expect(after).not.toBe(before)
  })

  it('saves what was changed a moment ago before the window closes', async () => {
    const { fake } = await start('#/notities/n-3')
    await change()
    fake.emit('flush')
    await waitFor(() => expect(called(fake.calls, 'notes.flushed').map((call) => call.args)).toEqual([[true]]))
    const order = fake.calls.map((call) => call.method).filter((method) => ['notes.save', 'notes.flushed'].includes(method))
    expect(order).toEqual(['notes.save', 'notes.flushed'])
    expect((await fake.api.notes.get('n-3')).body).toContain('> ')
  })

  it('shows both texts when somebody else changed the note', async () => {
    const { fake } = await start('#/notities/n-3')
    await change()
    fake.changeBehind('n-3', 'De tekst van een ander')
    await fireEvent.blur(await text())
    await screen.findByText('De tekst van een ander')
    expect((await text()).textContent).not.toContain('De tekst van een ander')
    expect((await fake.api.notes.get('n-3')).body).toBe('De tekst van een ander')
  })
})
