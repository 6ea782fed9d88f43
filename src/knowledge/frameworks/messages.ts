// What comes over an open connection, out of a queue, from a chat, or from the file system.

import { chains, events, type Framework, give, giving, once, routes, serves } from './rows';

const emitter = 'node:events.EventEmitter#';
const listens = ['on', 'once'];

const socketDocs = 'https://socket.io/docs/v4/';
const ioServer = 'socket.io.Server#';
const namespace = 'socket.io.Namespace#';
const socket = 'socket.io.Socket#';

export const socketIo: Framework = {
  callbacks: [
    ...[ioServer, namespace].flatMap((owner) => [
      ...giving([socket], events(`${socketDocs}server-api/#event-connection`, owner, ...listens)),
      ...giving([socket], routes(`${socketDocs}middlewares/`, owner, 'use')),
    ]),
    ...routes(`${socketDocs}server-api/#socketusefn`, socket, 'use'),
    ...events(`${socketDocs}server-api/#socketonanylistener`, socket, 'onAny', 'onAnyOutgoing'),
    ...once(`${socketDocs}emitting-events/#acknowledgements`, 'socket.io.Socket#', 'emit', 'timeout'),
  ],
  serving: serves(`${socketDocs}server-api/#serverlistenhttpserver-options`, `${ioServer}listen`, `${ioServer}attach`),
  returns: [
    ...give(ioServer, '', 'socket.io'),
    ...give(namespace, ioServer, 'of'),
    ...give('socket.io-client.Socket#', 'socket.io-client', '', '.io', '.connect'),
  ],
  inherits: [ioServer, namespace, socket, 'socket.io-client.Socket#'].map((type) => ({ type, base: emitter })),
};

const wsDocs = 'https://github.com/websockets/ws/blob/master/doc/ws.md';
const wsServer = 'ws.WebSocketServer#';

export const ws: Framework = {
  callbacks: giving(['ws#'], events(`${wsDocs}#event-connection`, wsServer, ...listens)),
  serving: serves(`${wsDocs}#new-websocketserveroptions-callback`, 'ws.WebSocketServer'),
  inherits: [
    { type: wsServer, base: emitter },
    { type: 'ws#', base: emitter },
  ],
  aliases: [
    { api: 'ws.Server', of: 'ws.WebSocketServer' },
    { api: 'ws.WebSocket', of: 'ws' },
  ],
};

const mqttDocs = 'https://github.com/mqttjs/MQTT.js#api';
const mqttClient = 'mqtt.MqttClient#';

export const mqtt: Framework = {
  callbacks: [...events(mqttDocs, mqttClient, ...listens), ...once(mqttDocs, mqttClient, 'subscribe', 'unsubscribe', 'publish', 'end')],
  serving: serves(mqttDocs, 'mqtt.connect', 'mqtt.connectAsync'),
  returns: [...give(mqttClient, 'mqtt.', 'connect', 'connectAsync'), ...chains(mqttClient, ...listens, 'subscribe', 'publish')],
  inherits: [{ type: mqttClient, base: emitter }],
};

const discordDocs = 'https://discordjs.guide/';
const discordClient = 'discord.js.Client#';

/** A client is ready once, after it has logged in; it says nothing when it connects again. */
const openings = ['ready', 'clientReady', 'ClientReady'];

export const discord: Framework = {
  callbacks: [
    ...events(`${discordDocs}creating-your-bot/event-handling.html`, discordClient, ...listens).map((row) => ({ ...row, openings })),
    ...events(`${discordDocs}popular-topics/collectors.html`, 'discord.js.Collector#', ...listens),
  ],
  serving: serves(`${discordDocs}creating-your-bot/main-file.html`, `${discordClient}login`),
  inherits: [
    { type: discordClient, base: emitter },
    { type: 'discord.js.Collector#', base: emitter },
  ],
  // Files of commands and events are loaded by what a folder holds.
  rootExports: [
    {
      files: ['**/{commands,events,interactions,buttons,modals}/**/*.{js,mjs,cjs,ts,mts,cts}'],
      packages: ['discord.js'],
      exports: ['execute', 'autocomplete', 'default.execute', 'default.autocomplete'],
      when: 'event',
      source: 'event',
      link: `${discordDocs}creating-your-bot/command-handling.html`,
    },
  ],
};

const chokidarDocs = 'https://github.com/paulmillr/chokidar#getting-started';
const watcher = 'chokidar.FSWatcher#';

export const chokidar: Framework = {
  callbacks: events(chokidarDocs, watcher, ...listens),
  returns: [...give(watcher, 'chokidar.', 'watch'), ...chains(watcher, ...listens, 'add', 'unwatch')],
  inherits: [{ type: watcher, base: emitter }],
};
