// Stands in for the native module of this name: ends the extension host when the server is gone.
'use strict';

const { setInterval } = require('node:timers');

exports.start = (pid) => {
  setInterval(() => {
    try {
      process.kill(pid, 0);
    } catch {
      process.exit(87);
    }
  }, 1000).unref();
};
