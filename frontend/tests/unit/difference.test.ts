import { render, screen } from '@testing-library/svelte'
import { describe, expect, it } from 'vitest'
import VersionText from '../../src/features/notes/VersionText.svelte'
import { difference } from '../../src/lib/ui/difference'

describe('difference', () => {
  it('gives back both texts, whatever they are', () => {
    const texts = ['', 'een', 'een twee', 'twee\n\n- drie', 'één 😀 twee', 'een, twee!', '   ', 'een\r\ntwee']
    for (const before of texts) {
      for (const after of texts) {
        const pieces = difference(before, after) ?? []
        const without = (kind: string) => pieces.filter((piece) => piece.kind !== kind).map((piece) => piece.text).join('')
        expect(without('added')).toBe(before)
        expect(without('removed')).toBe(after)
      }
    }
  })

  it('compares words and not letters', () => {
    expect(difference('de wethouder komt', 'de wethouders komen')).toEqual([
      { text: 'de ', kind: 'same' },
      { text: 'wethouder', kind: 'removed' },
      { text: 'wethouders', kind: 'added' },
      { text: ' ', kind: 'same' },
      { text: 'komt', kind: 'removed' },
      { text: 'komen', kind: 'added' },
    ])
  })

  it('leaves texts alone that would take too long', () => {
    expect(difference('a '.repeat(40_000), 'b')).toBeNull()
  })
})

describe('VersionText', () => {
  it('tells the difference in words as well as in colour', () => {
    const { container } = render(VersionText, { now: 'de raad komt', then: 'de commissie komt' })
    expect(container.querySelector('ins')?.textContent).toBe(' [stond er toen wel:] commissie [einde] ')
    expect(container.querySelector('del')?.textContent).toBe(' [stond er toen nog niet:] raad [einde] ')
  })

  it('says when nothing is different', () => {
    render(VersionText, { now: 'gelijk', then: 'gelijk' })
    expect(screen.getByText('Deze tekst is gelijk aan de tekst van nu.')).toBeTruthy()
  })
})
