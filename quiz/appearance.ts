/** The appearance of the app on this device, and how it is read from and kept in the browser. */
import type { Language } from './i18n.ts'
import { defaultKeyMap, type KeyMap, readKeyMap } from './keys.ts'

export interface Appearance {
  theme: 'system' | 'light' | 'dark'
  /** 1 is the browser's own text size. */
  textScale: number
  language: 'system' | Language
  motion: 'system' | 'none'
  /** Single-key shortcuts, which WCAG 2.1.4 wants to be able to turn off. */
  keys: boolean
  keyMap: KeyMap
  /** True: saying how sure one is checks the answer. False: a single Check, without confidence. */
  askConfidence: boolean
}

export const textScales = [0.9, 1, 1.1, 1.25, 1.5, 2] as const
export const defaultAppearance: Appearance = { theme: 'system', textScale: 1, language: 'system', motion: 'system', keys: true, keyMap: defaultKeyMap, askConfidence: true }

const storageKey = 'lectern.appearance'

/** What was kept; anything missing or strange takes its default. */
export function parseAppearance(text: string | null): Appearance {
  let raw: Record<string, unknown> = {}
  try {
    const value: unknown = JSON.parse(text ?? '{}')
    if (typeof value === 'object' && value !== null) raw = Object.fromEntries(Object.entries(value))
  }
  catch { /* A broken entry is worth no more than none: the defaults stand. */ }
  const oneOf = <T>(name: keyof Appearance, allowed: readonly T[], fallback: T): T => allowed.find((value) => value === raw[name]) ?? fallback
  return {
    theme: oneOf('theme', ['system', 'light', 'dark'], 'system'),
    textScale: oneOf<number>('textScale', textScales, 1),
    language: oneOf('language', ['system', 'en', 'zh-CN'], 'system'),
    motion: oneOf('motion', ['system', 'none'], 'system'),
    keys: oneOf('keys', [true, false], true),
    keyMap: readKeyMap(raw['keyMap']),
    askConfidence: oneOf('askConfidence', [true, false], true),
  }
}

export function readAppearance(): Appearance {
  // Storage may be forbidden altogether; the app then starts with the defaults each time.
  try { return parseAppearance(localStorage.getItem(storageKey)) }
  catch { return { ...defaultAppearance } }
}

export function keepAppearance(appearance: Appearance): void {
  try { localStorage.setItem(storageKey, JSON.stringify(appearance)) }
  catch (error) { console.warn('The appearance could not be kept on this device.', error) }
}

export function showAppearance(appearance: Appearance, systemIsDark: boolean): void {
  const root = document.documentElement
  root.dataset['theme'] = appearance.theme === 'dark' || (appearance.theme === 'system' && systemIsDark) ? 'dark' : 'light'
  root.style.setProperty('--text-scale', String(appearance.textScale))
  root.classList.toggle('calm', appearance.motion === 'none')
}
