// What the thread runs that decides about regular expressions: one question in, its verdict out.

import { parentPort } from 'node:worker_threads';
import type { PatternQuestion } from '../../core/verdicts';
import { decide } from './decide';

parentPort?.on('message', (question: PatternQuestion) => parentPort?.postMessage(decide(question)));
