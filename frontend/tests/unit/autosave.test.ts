import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Autosave } from '../../src/features/notes/autosave.svelte'
import { Problem } from '../../src/lib/api/problem'

/** A store that answers when the test says so. */
function slowStore() {
  const waiting: { resolve: () => void; reject: (reason: unknown) => void }[] = []
  const save = vi.fn(() => new Promise<{ updated: string }>((resolve, reject) => {
    waiting.push({ resolve: () => resolve({ updated: `t${save.mock.calls.length}` }), reject })
  }))
  return {
    save,
    answer: async () => {
      waiting.shift()?.resolve()
      await vi.advanceTimersByTimeAsync(0)
    },
    fail: async (reason: unknown) => {
      waiting.shift()?.reject(reason)
      await vi.advanceTimersByTimeAsync(0)
    },
  }
}

describe('Autosave', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('saves half a second after the last key, and not before', async () => {
    const { save, answer } = slowStore()
    const autosave = new Autosave(save)
    autosave.edited()
    await vi.advanceTimersByTimeAsync(400)
    autosave.edited()
    await vi.advanceTimersByTimeAsync(499)
    expect(save).not.toHaveBeenCalled()
    expect(autosave.state).toBe('dirty')
    await vi.advanceTimersByTimeAsync(1)
    expect(save).toHaveBeenCalledTimes(1)
    expect(autosave.state).toBe('saving')
    await answer()
    expect(autosave.state).toBe('clean')
    expect(autosave.savedAt).toBe('t1')
  })

  it('saves a second after the first key when the typing never stops', async () => {
    const { save } = slowStore()
    const autosave = new Autosave(save)
    for (let at = 0; at < 1000; at += 250) {
      autosave.edited()
      await vi.advanceTimersByTimeAsync(250)
    }
    expect(save).toHaveBeenCalledTimes(1)
  })

  it('counts the second anew after each save', async () => {
    const save = vi.fn(async () => ({ updated: 't' }))
    const autosave = new Autosave(save)
    for (let at = 0; at < 2000; at += 250) {
      autosave.edited()
      await vi.advanceTimersByTimeAsync(250)
    }
    expect(save).toHaveBeenCalledTimes(2)
  })

  it('has one save in flight, and saves what was typed meanwhile afterwards', async () => {
    const { save, answer } = slowStore()
    const autosave = new Autosave(save)
    autosave.edited()
    await vi.advanceTimersByTimeAsync(500)
    autosave.edited()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(save).toHaveBeenCalledTimes(1)
    await answer()
    expect(save).toHaveBeenCalledTimes(2)
    expect(autosave.state).toBe('saving')
    await answer()
    expect(autosave.state).toBe('clean')
    await vi.advanceTimersByTimeAsync(10_000)
    expect(save).toHaveBeenCalledTimes(2)
  })

  it('is dirty and not clean when a key came after the save began', async () => {
    const { save, answer } = slowStore()
    const autosave = new Autosave(save)
    autosave.edited()
    await vi.advanceTimersByTimeAsync(500)
    autosave.edited()
    await answer()
    expect(autosave.state).toBe('dirty')
  })

  it('keeps quiet without edits', async () => {
    const { save } = slowStore()
    const autosave = new Autosave(save)
    expect(await autosave.flush()).toBe(true)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(save).not.toHaveBeenCalled()
  })

  it('flushes at once, and its timers do not save a second time', async () => {
    const save = vi.fn(async () => ({ updated: 't' }))
    const autosave = new Autosave(save)
    autosave.edited()
    expect(await autosave.flush()).toBe(true)
    expect(save).toHaveBeenCalledTimes(1)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(save).toHaveBeenCalledTimes(1)
  })

  it('flushes until nothing is left, also what is typed while it waits', async () => {
    const { save, answer } = slowStore()
    const autosave = new Autosave(save)
    autosave.edited()
    const done = autosave.flush()
    autosave.edited()
    await answer()
    await answer()
    expect(await done).toBe(true)
    expect(save).toHaveBeenCalledTimes(2)
  })

  it('two flushes at the same time share one save', async () => {
    const { save, answer } = slowStore()
    const autosave = new Autosave(save)
    autosave.edited()
    const both = Promise.all([autosave.flush(), autosave.flush()])
    await answer()
    expect(await both).toEqual([true, true])
    expect(save).toHaveBeenCalledTimes(1)
  })

  it('keeps a failure in view, and the next try stores the text', async () => {
    const { save, answer, fail } = slowStore()
    const autosave = new Autosave(save)
    autosave.edited()
    await vi.advanceTimersByTimeAsync(500)
    await fail(new Problem('disk_full'))
    expect(autosave.state).toBe('failed')
    expect(autosave.problem?.code).toBe('disk_full')
    const again = autosave.flush()
    await answer()
    expect(await again).toBe(true)
    expect(autosave.state).toBe('clean')
    expect(autosave.problem).toBeNull()
  })

  it('tries again by itself when the user types on after a failure', async () => {
    const { save, answer, fail } = slowStore()
    const autosave = new Autosave(save)
    autosave.edited()
    await vi.advanceTimersByTimeAsync(500)
    await fail(new Error('no JSON'))
    expect(autosave.problem?.code).toBe('internal')
    autosave.edited()
    await vi.advanceTimersByTimeAsync(500)
    await answer()
    expect(save).toHaveBeenCalledTimes(2)
    expect(autosave.state).toBe('clean')
  })

  it('says so when a flush could not store everything', async () => {
    const autosave = new Autosave(async () => Promise.reject(new Problem('disk_full')))
    autosave.edited()
    expect(await autosave.flush()).toBe(false)
    expect(autosave.state).toBe('failed')
  })

  it('stops at a conflict until the user chose, whatever is typed', async () => {
    const { save, answer, fail } = slowStore()
    const autosave = new Autosave(save)
    autosave.edited()
    await vi.advanceTimersByTimeAsync(500)
    await fail(new Problem('conflict'))
    autosave.edited()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(autosave.state).toBe('conflict')
    expect(save).toHaveBeenCalledTimes(1)
    expect(await autosave.flush()).toBe(false)
    const resolved = autosave.resolve()
    await answer()
    expect(await resolved).toBe(true)
    expect(autosave.state).toBe('clean')
  })

  it('forgets what was typed when the stored text takes its place', async () => {
    const { save } = slowStore()
    const autosave = new Autosave(save)
    autosave.edited()
    autosave.reset()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(save).not.toHaveBeenCalled()
    expect(autosave.state).toBe('clean')
  })
})
