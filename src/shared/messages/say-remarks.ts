// The lines an import writes into a note, with {value} where the file's own words go.
import type { RemarkWords } from '../contract/import-export.ts'
import { t } from './translate.ts'

export function sayRemarks(): RemarkWords {
  const value = '{value}'
  return {
    firm: t('importExport.merge.firmLine', { value }),
    role: t('importExport.merge.roleLine', { value }),
    birthday: t('importExport.merge.birthdayLine', { value }),
    source: t('importExport.merge.sourceLine', { value }),
    foundWords: t('importExport.merge.foundWordsLine', { value }),
  }
}
