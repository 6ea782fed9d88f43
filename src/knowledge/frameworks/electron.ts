// Electron: the main process serves its windows, and a window its page.

import type { CallbackRow } from '../../core/knowledge';
import { events, type Framework, give, once, serves } from './rows';

const docs = 'https://www.electronjs.org/docs/latest/api/';
const emitter = 'node:events.EventEmitter#';
const windows = 'electron.BrowserWindow#';
const contents = 'electron.WebContents#';
const session = 'electron.Session#';
const listens = ['on', 'once', 'addListener'];

/** The application begins once, and nobody sees it any more when it ends. */
const application: readonly CallbackRow[] = events(`${docs}app`, 'electron.app.', ...listens).map((row) => ({
  ...row,
  openings: ['ready', 'will-finish-launching'],
  endings: ['before-quit', 'will-quit', 'quit'],
}));

/** Modules of Electron that are objects with events. */
const modules = ['autoUpdater', 'powerMonitor', 'screen', 'nativeTheme', 'systemPreferences', 'inAppPurchase'];

const requestEvents = ['onBeforeRequest', 'onBeforeSendHeaders', 'onHeadersReceived', 'onSendHeaders', 'onResponseStarted', 'onCompleted'];

export const electron: Framework = {
  callbacks: [
    ...application,
    ...events(`${docs}ipc-main`, 'electron.ipcMain.', 'handle', 'handleOnce', ...listens),
    ...events(`${docs}ipc-renderer`, 'electron.ipcRenderer.', ...listens),
    ...modules.flatMap((name) => events(`${docs}${name}`, `electron.${name}.`, ...listens)),
    ...events(`${docs}menu#menubuildfromtemplatetemplate`, 'electron.Menu.', 'buildFromTemplate'),
    ...events(`${docs}menu-item`, 'electron.', 'MenuItem'),
    ...events(`${docs}global-shortcut`, 'electron.globalShortcut.', 'register', 'registerAll'),
    ...events(
      `${docs}protocol`,
      'electron.protocol.',
      'handle',
      'registerFileProtocol',
      'registerBufferProtocol',
      'registerStringProtocol',
    ),
    ...events(`${docs}web-request`, 'electron.WebRequest#', ...requestEvents),
    ...events(`${docs}session`, session, 'setPermissionRequestHandler', 'setPermissionCheckHandler'),
    ...events(`${docs}web-contents#contentssetwindowopenhandlerhandler`, contents, 'setWindowOpenHandler'),
    ...events(`${docs}context-bridge`, 'electron.contextBridge.', 'exposeInMainWorld'),
    ...once(`${docs}dialog`, 'electron.dialog.', 'showMessageBox', 'showOpenDialog', 'showSaveDialog'),
  ],
  serving: serves(`${docs}app#appwhenready`, 'electron.app.whenReady'),
  returns: [
    ...give(contents, windows, 'webContents:read'),
    ...give(session, contents, 'session:read'),
    ...give(session, 'electron.session.', 'defaultSession:read', 'fromPartition'),
    ...give('electron.WebRequest#', session, 'webRequest:read'),
    ...give(contents, 'electron.webContents.', 'fromId', 'getFocusedWebContents'),
    ...give(windows, 'electron.BrowserWindow.', 'fromWebContents', 'getFocusedWindow', 'fromId'),
  ],
  inherits: [windows, contents, session, 'electron.Tray#', 'electron.Notification#', 'electron.UtilityProcess#'].map((type) => ({
    type,
    base: emitter,
  })),
  aliases: [
    { api: 'electron/main', of: 'electron' },
    { api: 'electron/renderer', of: 'electron' },
    { api: 'electron/common', of: 'electron' },
  ],
  entries: [{ api: 'electron.utilityProcess.fork', use: 'call', arg: 0, runs: 'process', link: `${docs}utility-process` }],
};
