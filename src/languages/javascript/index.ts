// JavaScript and TypeScript. Loading this module loads the parser, which takes some 300 ms: import it lazily.

import type { LanguageSupport } from '../language';
import { extract } from './extract';
import { fixesFor } from './fixes';

export const javascript: LanguageSupport = { extract, fixes: fixesFor };
