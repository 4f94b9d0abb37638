/**
 * The rules of this page's own style sheets, for a file that shall look like it. What would ask for another
 * file is left out, and so is what could end the element that it will stand in.
 */
export function pageStyles(sheets: Iterable<CSSStyleSheet> = document.styleSheets): string {
  const rules = [...sheets].flatMap((sheet) => [...sheet.cssRules].map(({ cssText }) => cssText))
  return rules.filter((rule) => !/url\(|@import|<\//i.test(rule)).join('\n')
}
