// The program starts on an empty folder, says nothing it should not, and keeps its file when it is closed.
import { expect, test } from './fixtures.ts'

test.use({ ownStart: true })

test('starts on an empty folder and again on the file it made', async ({ regulars }) => {
  await expect(regulars.window.getByRole('main')).toBeVisible()
  await regulars.call('settings.change', { shopName: 'Petersen Frames' })
  await regulars.relaunch()
  expect(await regulars.call('settings.get', {})).toMatchObject({ shopName: 'Petersen Frames' })
  expect(regulars.complaints).toEqual([])
})
