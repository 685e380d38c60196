// The headings an import keeps beside a person, and whose words a no is in, with {words} where the file's own go.
import type { RemarkWords } from '../contract/import-export.ts'
import { t } from './translate.ts'

export function sayRemarks(): RemarkWords {
  return {
    firm: t('importExport.merge.firm'),
    role: t('importExport.merge.role'),
    birthday: t('importExport.merge.birthday'),
    source: t('importExport.merge.source'),
    foundWords: t('importExport.merge.foundWords'),
    inFile: t('importExport.merge.inFile', { words: '{words}' }),
  }
}
