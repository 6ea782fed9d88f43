// Browsers driven from Python: every step waits for the page.

import type { BlockingRow } from '../../../core/knowledge';
import { chains, extend, give, type Library, methods, operations, same, thread } from '../rows';

const playwright = operations('py:playwright.sync_api.', 'sync-process', 'https://playwright.dev/python/docs/library', {
  remedy: thread('Or use `playwright.async_api`: on a loop the synchronous one raises an error'),
});
const selenium = operations('py:selenium.webdriver.', 'sync-process', 'https://www.selenium.dev/documentation/webdriver/');

const finding = ['find_element', 'find_elements', 'execute_script', 'get_screenshot_as_png', 'save_screenshot'];
const browsers = ['Chrome', 'Firefox', 'Edge', 'Safari', 'Remote', 'Ie'];

const rows: readonly BlockingRow[] = [
  playwright('sync_playwright#__enter__', 'unbounded', 'starts the driver'),
  playwright('sync_playwright#start', 'unbounded', 'starts the driver, which is stopped by hand'),
  ...methods(
    playwright,
    'BrowserType#',
    ['launch', 'launch_persistent_context', 'connect', 'connect_over_cdp'],
    'unbounded',
    (name) => `starts or reaches a browser by ${name}`,
  ),
  ...methods(playwright, 'Browser#', ['new_page', 'new_context', 'close'], 'unbounded', (name) => `waits for the browser in ${name}`),
  ...['Page', 'Locator', 'ElementHandle', 'Frame'].map((type) =>
    playwright(`${type}#*`, 'unbounded', `waits for the page in a method of the ${type}`),
  ),
  ...browsers.map((name) => selenium(name, 'unbounded', `starts or reaches the browser ${name}`)),
  ...methods(
    selenium,
    'remote.webdriver.WebDriver#',
    [...finding, 'get', 'refresh', 'back', 'quit', 'close', 'execute_async_script'],
    'unbounded',
    (name) => `waits for the browser in ${name}`,
  ),
  ...methods(
    selenium,
    'remote.webelement.WebElement#',
    ['click', 'send_keys', 'clear', 'submit', 'get_attribute', 'is_displayed', 'screenshot'],
    'unbounded',
    (name) => `waits for the browser in ${name} of the element`,
  ),
  ...methods(
    selenium,
    'support.ui.WebDriverWait#',
    ['until', 'until_not'],
    'unbounded',
    (name) => `asks the page again and again ${name.replace('_', ' ')} it is so`,
  ),
  selenium('common.action_chains.ActionChains#perform', 'unbounded', 'has the browser do all the steps'),
];

const page = 'py:playwright.sync_api.Page#';
const locator = 'py:playwright.sync_api.Locator#';
const driver = 'py:selenium.webdriver.remote.webdriver.WebDriver#';
const element = 'py:selenium.webdriver.remote.webelement.WebElement#';

export const browserLibrary: Library = {
  blocking: rows,
  returns: [
    ...give('py:playwright.sync_api.Playwright#', 'py:playwright.sync_api.', 'sync_playwright#__enter__', 'sync_playwright#start'),
    ...give('py:playwright.sync_api.BrowserType#', 'py:playwright.sync_api.Playwright#', 'chromium:read', 'firefox:read', 'webkit:read'),
    ...give(
      'py:playwright.sync_api.Browser#',
      'py:playwright.sync_api.',
      'BrowserType#launch',
      'BrowserType#connect',
      'BrowserType#launch_persistent_context',
      'Browser#new_context',
    ),
    ...give(page, 'py:playwright.sync_api.', 'Browser#new_page'),
    ...give(
      locator,
      page,
      'locator',
      'get_by_role',
      'get_by_text',
      'get_by_label',
      'get_by_test_id',
      'get_by_placeholder',
      'frame_locator',
    ),
    ...chains(locator, 'locator', 'get_by_role', 'get_by_text', 'nth', 'filter', 'first:read', 'last:read'),
    ...give(
      'py:playwright.sync_api.local#',
      page,
      'on',
      'once',
      'remove_listener',
      'set_default_timeout',
      'is_closed',
      'set_default_navigation_timeout',
    ),
    ...give('py:playwright.sync_api.Frame#', page, 'frame', 'main_frame:read'),
    ...browsers.flatMap((name) => give(`py:selenium.webdriver.${name}#`, 'py:selenium.webdriver.', name)),
    ...give(element, driver, 'find_element'),
    ...give(element, element, 'find_element'),
    ...chains('py:selenium.webdriver.common.action_chains.ActionChains#', 'move_to_element', 'click', 'send_keys', 'pause'),
  ],
  inherits: extend(driver, ...browsers.map((name) => `py:selenium.webdriver.${name}#`), 'py:undetected_chromedriver.Chrome#'),
  aliases: [
    ...same('py:selenium.webdriver.support.ui.WebDriverWait', 'py:selenium.webdriver.support.wait.WebDriverWait'),
    ...same('py:selenium.webdriver.common.action_chains.ActionChains', 'py:selenium.webdriver.ActionChains'),
    ...same('py:selenium.webdriver.Chrome', 'py:selenium.webdriver.chrome.webdriver.WebDriver'),
    ...same('py:selenium.webdriver.Firefox', 'py:selenium.webdriver.firefox.webdriver.WebDriver'),
  ],
};
