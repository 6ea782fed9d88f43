// Files that are tooling wherever they stand in a project: its tests, and the configuration of its
// tools. They run on nobody's server.

const script = '{js,cjs,mjs,jsx,ts,cts,mts,tsx}';

const javascript: readonly string[] = [
  `**/{test,tests,spec,specs,e2e,__tests__,__mocks__,__fixtures__,__benchmarks__,bench,benchmark,benchmarks,cypress}/**/*.${script}`,
  `**/*.{test,tests,spec,specs,e2e,bench,cy,stories}.${script}`,
  `**/*[-_]{test,spec}.${script}`,
  `**/{test,tests}.${script}`,
  `**/test{-utils,-util,-helpers,-helper,-setup,Utils,Helpers}.${script}`,
  // What tools keep to themselves: `.storybook`, `.github`, `.yarn`.
  `**/.*/**/*.${script}`,
  // Steps that a database tool runs once, in the order of their numbers, and what fills a database to try things out.
  `**/migrations/**/[0-9]*.${script}`,
  `**/{seeds,seeders}/**/*.${script}`,
  `**/scripts/{build,dev,release,watch}{/**/*,}.${script}`,
  `**/{jest,vitest,playwright}[.-]*{setup,teardown}.${script}`,
  `**/{global,test}[.-]{setup,teardown}.${script}`,
];

const python: readonly string[] = [
  '**/{test,tests,testing,e2e,bench,benchmark,benchmarks}/**/*.{py,pyi}',
  '**/{test_*,*_test,*_tests,tests,test,conftest}.py',
  '**/.*/**/*.py',
  // Steps that Django and Alembic run once.
  '**/migrations/**/[0-9]*.py',
  '**/alembic/{env,versions/*}.py',
  '**/{docs/conf,docs/source/conf,doc/conf}.py',
];

/** What a person or a script starts, to get something done. */
export const commandFiles: readonly string[] = ['**/{setup,noxfile,fabfile,locustfile,manage}.py'];

/** What builds, and configures what builds: that is what it imports for, too. */
export const buildFiles: readonly string[] = [
  `**/*.config.${script}`,
  `**/*.conf.${script}`,
  `**/.*rc.${script}`,
  `**/{Gruntfile,gruntfile,Gulpfile,gulpfile,Jakefile,Brocfile,vitest.workspace}.${script}`,
  `**/{gulpfile,Gulpfile}.{babel,esm}.js`,
];

export const toolingFiles: readonly string[] = [...javascript, ...buildFiles, ...python, ...commandFiles];

/** What is written to be read: tooling where nothing of the program imports it and it serves nobody. */
export const exampleFiles: readonly string[] = [
  '**/{example,examples,examples_*,examples-*,*_examples,*-examples,*_samples,*-samples}/**/*.py',
  '*/**/{example,examples,example_*}.py',
];

/** Packages that tests import and programs don't: a file of fixtures may stand anywhere. */
export const testPackages: readonly string[] = ['pytest', 'pytest_asyncio'];
