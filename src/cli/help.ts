// What `loopsight --help` prints.

export const help = `loopsight finds calls that block the event loop.

Usage: loopsight check [paths...] [options]

Paths are files or folders, analyzed together as one program. Default: the current folder.
Skipped below them: node_modules, virtual environments, build output, minified and
generated files, what .gitignore names, and what the settings exclude.

Options:
  --format F           How to print the findings: text, json, sarif (for GitHub's code
                       scanning and other tools), github (annotations in a workflow's log)
                       or html (a page of its own). Default: text.
  --min-severity S     The least severe findings to print: error, warning, information
                       or hint. Default: hint for json and sarif, otherwise warning.
  --fail-on S          The least severe finding that makes the exit status 1.
                       Default: warning.
  --baseline FILE      Findings to leave out: those that an earlier run wrote to FILE.
  --write-baseline [FILE]
                       Writes all findings of this run to FILE (it must end in .json),
                       so that later runs report new ones only. Default: the FILE of
                       --baseline, or loopsight-baseline.json.
  --config FILE        The settings. Default: the nearest loopsight.json, upwards from
                       the folder that holds all paths.
  --color, --no-color  Colour or none. Default: as the terminal, NO_COLOR and
                       FORCE_COLOR say.
  -h, --help           This text.
  -v, --version        The version.

Exit status:
  0  No finding as severe as --fail-on says.
  1  At least one.
  2  The run failed: a wrong option, a path or a baseline that cannot be read.
`;
