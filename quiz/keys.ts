/** Single keys and what they do. Letters A–H, digits 1–4 and the arrows are fixed; the named actions can be moved. */

export const keyActions = ['start', 'undo', 'rerate', 'flag', 'suspend', 'claim', 'slide', 'help'] as const
export type KeyAction = (typeof keyActions)[number]
export type KeyMap = Record<KeyAction, string>

export const defaultKeyMap: KeyMap = { start: ' ', undo: 'u', rerate: 'r', flag: 'm', suspend: 's', claim: 'k', slide: 'v', help: '?' }

/** Keys that answer a question and can therefore not be given to an action. */
export const reservedKeys = new Set(['1', '2', '3', '4', 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'Enter', 'Escape', 'Tab'])

/** Reads a kept key map; each action that is missing, reserved or doubled takes its default. */
export function readKeyMap(raw: unknown): KeyMap {
  const given: Record<string, unknown> = typeof raw === 'object' && raw !== null ? Object.fromEntries(Object.entries(raw)) : {}
  const map = { ...defaultKeyMap }
  for (const action of keyActions) {
    const key = given[action]
    if (typeof key === 'string' && key.length === 1 && canUseKey(map, action, key)) map[action] = key
  }
  return map
}

/** Whether this key is free for this action. */
export function canUseKey(map: KeyMap, action: KeyAction, key: string): boolean {
  return key.length === 1 && !reservedKeys.has(key.toLowerCase()) && keyActions.every((other) => other === action || map[other] !== key)
}

/** True while the key belongs to something else: a field, a menu, or a shortcut of the browser. */
export function isTakenElsewhere(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return true
  return event.target instanceof HTMLElement && event.target.closest('input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable], dialog[open]') !== null
}

/** True while a dialog is open: Escape closes that and nothing else. */
export function isInDialog(event: KeyboardEvent): boolean {
  return event.defaultPrevented || event.isComposing || (event.target instanceof HTMLElement && event.target.closest('dialog[open]') !== null)
}

/** True when Space or Enter would press the element in focus. */
export function wouldPress(event: KeyboardEvent): boolean {
  return event.target instanceof HTMLElement && event.target.closest('button, a, summary, [role=button], [role=switch], [role=radio], [role=checkbox], input') !== null
}
