// A no and a death of a file on the page of somebody, the file's own fields folded, and a sheet that lost a row.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { t } from '../../src/shared/messages/translate.ts'
import { expect, test } from './fixtures.ts'
import { ImportPage } from './pages/import-page.ts'

const list = [
  'Name,Phone,Deceased,Do Not Call,Shoe size,Member since',
  'Ines Rook,415 555 0113,2024-05-06,,38,1999',
  'Otto Pram,415 555 0112,,Yes,44,2004',
].join('\n')

test('a death and a no of a file are said on their pages, what is left is folded', async ({
  regulars,
  window,
}, info) => {
  const pictures = info.outputDir
  mkdirSync(pictures, { recursive: true })
  const page = new ImportPage(regulars)
  await page.open()
  await page.choose(page.write('people.csv', list))
  await page.importButton(2).click()
  await page.result.getByRole('button', { name: t('importExport.result.seePeople') }).click()
  await expect(window.getByText(t('people.line.died'))).toBeVisible()

  await window.getByText('Ines Rook').click()
  await expect(window.getByText('Died on', { exact: false }).first()).toBeVisible()
  const died = window.getByRole('checkbox', { name: t('people.consent.died') })
  await expect(died).toBeChecked()
  await expect(window.getByRole('checkbox', { name: t('people.consent.never') })).toBeDisabled()
  const fields = window.getByText('From the file: ', { exact: false })
  await expect(window.getByText('Shoe size')).toBeHidden()
  await fields.click()
  await expect(window.getByText('Shoe size')).toBeVisible()
  await window.screenshot({ path: join(pictures, 'has-died.png') })

  await died.uncheck()
  await expect(window.getByText(t('people.person.never'), { exact: true })).toBeVisible()
  await window.keyboard.press('Control+z')
  await expect(died).toBeChecked()
  expect(regulars.complaints).toEqual([])
})
