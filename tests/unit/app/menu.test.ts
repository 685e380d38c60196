// macOS has a menu bar with the roles its keys need; elsewhere the window has none.
import { expect, test } from 'vitest'
import { makeMenu } from '../../../src/main/menu.ts'

test('copying, pasting and quitting have their menus on macOS alone', () => {
  expect(makeMenu('darwin')?.map((item) => item.role)).toEqual(['appMenu', 'editMenu', 'window'])
  expect(makeMenu('linux')).toBeNull()
  expect(makeMenu('win32')).toBeNull()
})
