import { expect, test } from 'vitest'
import { canUseKey, defaultKeyMap, readKeyMap } from './keys.ts'

test('keeps a key that was moved', () => {
  expect(readKeyMap({ undo: 'z' })).toEqual({ ...defaultKeyMap, undo: 'z' })
})

test('refuses a key that answers questions or already has a use', () => {
  expect(canUseKey(defaultKeyMap, 'undo', 'A')).toBe(false)
  expect(canUseKey(defaultKeyMap, 'undo', '1')).toBe(false)
  expect(canUseKey(defaultKeyMap, 'undo', defaultKeyMap.help)).toBe(false)
})

test('keeps keys that changed places, and finds another for an action whose own was given away', () => {
  expect(readKeyMap({ undo: 'm', flag: 'u' })).toEqual({ ...defaultKeyMap, undo: 'm', flag: 'u' })
  const map = readKeyMap({ flag: 'y' })
  expect(map.flag).toBe('y')
  expect(new Set(Object.values(map)).size).toBe(Object.keys(map).length)
})

test('takes the default for what is missing, strange or doubled', () => {
  expect(readKeyMap({ undo: 'b', flag: 7, suspend: 's', claim: 's' })).toEqual(defaultKeyMap)
  expect(readKeyMap(null)).toEqual(defaultKeyMap)
})
