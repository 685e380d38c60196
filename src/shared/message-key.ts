// The keys of the catalogue, for everything that names a sentence without saying it.
import type { en } from './messages/en/index.ts'

type Leaf<Tree, Path extends string = ''> = {
  [Key in keyof Tree & string]: Tree[Key] extends string
    ? `${Path}${WithoutPlural<Key>}`
    : Leaf<Tree[Key], `${Path}${Key}.`>
}[keyof Tree & string]
type WithoutPlural<Key extends string> =
  Key extends `${infer Base}_${'zero' | 'one' | 'two' | 'few' | 'many' | 'other'}` ? Base : Key

/** Every key of the catalogue; plural forms (_one, _other) are asked for by their base and a `count`. */
export type MessageKey = Leaf<typeof en>

/** What may follow a part of the catalogue: `NameIn<'app'>` for the keys that begin with `app.`. */
export type NameIn<Part extends string, Key = MessageKey> = Key extends `${Part}.${infer Name}` ? Name : never
