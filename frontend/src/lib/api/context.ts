import { createContext } from 'svelte'
import type { Api } from './api'

/** Gives every view the same Api: Wails in the program, the fake in tests. */
export const [getApi, setApi] = createContext<Api>()
