// Packages that ask a person, on the terminal or in a dialog, and wait: nothing bounds how long that takes.

import type { BlockingRow } from '../../core/knowledge';
import { github, library, promise } from '../builders';

const ask = promise('node:readline/promises.Interface#question');
const lines = library('readline-sync', 'user-prompt', github('anseki/readline-sync'));
const prompt = library('prompt-sync', 'user-prompt', github('heapwolf/prompt-sync'));

const electron = library('electron', 'user-prompt', 'https://www.electronjs.org/docs/latest/api/dialog');

const asking: Readonly<Record<string, string>> = {
  question: 'waits until a person has typed an answer',
  prompt: 'waits until a person has typed a line',
  promptCL: 'waits until a person has typed a command',
  promptLoop: 'waits for line after line of a person',
  promptCLLoop: 'waits for command after command of a person',
  promptSimShell: 'waits until a person has typed a line to a shell that is none',
  keyIn: 'waits until a person has pressed a key',
  keyInYN: 'waits until a person has pressed the key for yes or no',
  keyInYNStrict: 'waits until a person has pressed exactly the key for yes or no',
  keyInPause: 'waits until a person goes on',
  keyInSelect: 'waits until a person has chosen from a list',
  questionInt: 'waits until a person has typed a whole number',
  questionFloat: 'waits until a person has typed a number',
  questionEMail: 'waits until a person has typed an address',
  questionNewPassword: 'waits until a person has typed a password twice',
  questionPath: 'waits until a person has typed a path',
};

export const npmPromptRows: readonly BlockingRow[] = [
  ...Object.entries(asking).map(([name, why]) => lines(name, 'unbounded', why, ask)),
  prompt('#', 'unbounded', 'waits until a person has typed an answer', ask),
  prompt('#hide', 'unbounded', 'waits until a person has typed an answer that is not shown', ask),
  electron(
    'dialog.showMessageBoxSync',
    'unbounded',
    'stops the process until a person has closed the message',
    promise('electron.dialog.showMessageBox'),
  ),
  electron(
    'dialog.showOpenDialogSync',
    'unbounded',
    'stops the process until a person has chosen a file',
    promise('electron.dialog.showOpenDialog'),
  ),
  electron(
    'dialog.showSaveDialogSync',
    'unbounded',
    'stops the process until a person has said where to save',
    promise('electron.dialog.showSaveDialog'),
  ),
];
