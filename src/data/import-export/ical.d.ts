// The part of ical.js we use; its package hides its own types from this module resolution.
declare module 'ical.js' {
  /** [name, parameters, type, value, more values…] */
  export type JcardProperty = [string, Record<string, string | string[]>, string, ...unknown[]]
  export type JcardComponent = [name: string, properties: JcardProperty[], components: JcardComponent[]]
  interface Component {
    getAllSubcomponents(name: string): Component[]
    getFirstPropertyValue(name: string): unknown
  }
  interface Ical {
    parse: { (text: string): JcardComponent; property(line: string, design: unknown): JcardProperty }
    Component: new (jcard: JcardComponent) => Component
    foldLength: number
    design: { vcard3: unknown }
    /** A card is written as vCard 3.0 unless its first property is version 4.0. */
    stringify: { component(jcard: JcardComponent): string }
  }
  const ICAL: Ical
  // biome-ignore lint/style/noDefaultExport: the library's choice
  export default ICAL
}
