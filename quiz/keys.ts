/** Single keys and what they do. Letters A–H, digits 1–4 and the arrows are fixed; the named actions can be moved. */

export const keyActions = ['start', 'undo', 'redo', 'rerate', 'flag', 'suspend', 'claim', 'slide', 'help'] as const
export type KeyAction = (typeof keyActions)[number]
export type KeyMap = Record<KeyAction, string>

export const defaultKeyMap: KeyMap = { start: ' ', undo: 'u', redo: 'y', rerate: 'r', flag: 'm', suspend: 's', claim: 'k', slide: 'v', help: '?' }

/** Keys that answer a question and can therefore not be given to an action. */
export const reservedKeys = new Set(['1', '2', '3', '4', 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'Enter', 'Escape', 'Tab'])

/** Reads a kept key map; each action that is missing, reserved or doubled takes its default, or, when another has that by now, a letter that is free. */
export function readKeyMap(raw: unknown): KeyMap {
  const given: Record<string, unknown> = typeof raw === 'object' && raw !== null ? Object.fromEntries(Object.entries(raw)) : {}
  const taken = new Map<string, KeyAction>()
  const take = (action: KeyAction, key: unknown) => {
    if (typeof key === 'string' && key.length === 1 && !reservedKeys.has(key.toLowerCase()) && !taken.has(key) && ![...taken.values()].includes(action)) taken.set(key, action)
  }
  // What was chosen goes before any default, so that keys which changed places stay so.
  for (const action of keyActions) take(action, given[action])
  for (const action of keyActions) for (const key of [defaultKeyMap[action], ...'ijklmnopqrstuvwxyz']) take(action, key)
  return { ...defaultKeyMap, ...Object.fromEntries([...taken].map(([key, action]) => [action, key])) }
}

/** Whether this key is free for this action. */
export function canUseKey(map: KeyMap, action: KeyAction, key: string): boolean {
  return key.length === 1 && !reservedKeys.has(key.toLowerCase()) && keyActions.every((other) => other === action || map[other] !== key)
}

/** True while the key belongs to something else: a field, a menu, or a shortcut of the browser. */
export function isTakenElsewhere(event: KeyboardEvent): boolean {
  return event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || isInField(event)
}

/** What Ctrl+Z, Ctrl+Shift+Z and Ctrl+Y (on a Mac ⌘) ask for, outside a field, which has its own; they work with single keys turned off. */
export function undoOrRedo(event: KeyboardEvent): 'undo' | 'redo' | undefined {
  if (event.ctrlKey === event.metaKey || event.altKey || event.defaultPrevented || event.isComposing || isInField(event)) return undefined
  const key = event.key.toLowerCase()
  if (key === 'z') return event.shiftKey ? 'redo' : 'undo'
  return key === 'y' && !event.shiftKey ? 'redo' : undefined
}

function isInField({ target }: KeyboardEvent): boolean {
  return target instanceof HTMLElement && target.closest('input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable], dialog[open]') !== null
}

/** True while a dialog is open: Escape closes that and nothing else. */
export function isInDialog(event: KeyboardEvent): boolean {
  return event.defaultPrevented || event.isComposing || (event.target instanceof HTMLElement && event.target.closest('dialog[open]') !== null)
}

/** True when Space or Enter would press the element in focus. */
export function wouldPress(event: KeyboardEvent): boolean {
  return event.target instanceof HTMLElement && event.target.closest('button, a, summary, [role=button], [role=switch], [role=radio], [role=checkbox], input') !== null
}
