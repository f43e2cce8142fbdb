import { expect, test } from 'vitest'
import { defaultAppearance, parseAppearance } from './appearance.ts'

test('starts with the defaults when nothing, or nothing readable, was kept', () => {
  expect(parseAppearance(null)).toEqual(defaultAppearance)
  expect(parseAppearance('{broken')).toEqual(defaultAppearance)
  expect(parseAppearance('[1]')).toEqual(defaultAppearance)
})

test('keeps what is known and drops what is not', () => {
  expect(parseAppearance('{"theme":"dark","textScale":9,"keys":false,"colour":"red"}')).toEqual({ ...defaultAppearance, theme: 'dark', keys: false })
})
