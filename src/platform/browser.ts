export { default as browser } from 'webextension-polyfill'
export type { DeclarativeNetRequest, Menus, Runtime, Tabs } from 'webextension-polyfill'
