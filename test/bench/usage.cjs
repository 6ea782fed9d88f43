// Loaded before either program: writes down the processor time of its process when that ends. However many
// processors there are, a program is told of one, so that no side takes further threads for its own code.

const { writeFileSync } = require('node:fs');
const os = require('node:os');

os.availableParallelism = () => 1;
process.on('exit', () => writeFileSync(process.env.LOOPSIGHT_BENCH_USAGE, JSON.stringify(process.cpuUsage())));
