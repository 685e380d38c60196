// The part of vcf that tests use; it brings no types.
declare module 'vcf' {
  // biome-ignore lint/complexity/noStaticOnlyClass: it is the library's
  class VCard {
    static parse(text: string): VCard[]
  }
  // biome-ignore lint/style/noDefaultExport: the library's choice
  export default VCard
}
