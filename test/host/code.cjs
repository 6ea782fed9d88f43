#!/usr/bin/env node
// The executable that `@vscode/test-electron` takes for a desktop VS Code; see code.ts.
'use strict';

require('tsx/cjs');
require('./code.ts').main(process.argv.slice(2));
