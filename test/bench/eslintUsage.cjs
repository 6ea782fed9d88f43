// Loaded before either program: writes down the processor time of its process when that ends.

const { writeFileSync } = require('node:fs');

process.on('exit', () => writeFileSync(process.env.LOOPSIGHT_BENCH_USAGE, JSON.stringify(process.cpuUsage())));
