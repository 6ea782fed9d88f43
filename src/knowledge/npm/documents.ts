// Workbooks, text documents and PDF files: read and written as a whole, by computing.

import type { BlockingRow, CallShape } from '../../core/knowledge';
import { advice, github, library, worker } from '../builders';

const xlsx = library('xlsx', 'cpu-call', 'https://docs.sheetjs.com/docs/api/');
const xlsxFile = library('xlsx', 'sync-file', 'https://docs.sheetjs.com/docs/api/');

const sheets = worker('The package `exceljs` reads and writes large workbooks in pieces');

/** At its fastest it does not give the thread back between objects. */
function atFullSpeed(call: CallShape): 'long' | undefined {
  const speed = call.option(1, 'parseSpeed');
  return speed?.kind === 'member' && speed.name === 'Fastest' ? 'long' : undefined;
}

export const documentRows: readonly BlockingRow[] = [
  xlsx('read', 'long', 'unpacks and parses the whole workbook', sheets),
  xlsx('write', 'noticeable', 'builds and packs the whole workbook', sheets),
  xlsxFile('readFile', 'long', 'reads the file, unpacks and parses the whole workbook', sheets),
  xlsxFile('writeFile', 'noticeable', 'builds and packs the whole workbook and writes the file', sheets),
  xlsx('utils.sheet_to_json', 'noticeable', 'goes through all cells of the sheet', sheets),
  xlsx('utils.sheet_to_csv', 'noticeable', 'turns all cells of the sheet into text', sheets),
  xlsx('utils.sheet_to_html', 'noticeable', 'turns all cells of the sheet into a page', sheets),
  xlsx('utils.json_to_sheet', 'noticeable', 'makes a cell of each value', sheets),
  xlsx('utils.aoa_to_sheet', 'noticeable', 'makes a cell of each element', sheets),
  library('docxtemplater', 'cpu-call', github('open-xml-templating/docxtemplater'))(
    '#render',
    'noticeable',
    'replaces in the whole document',
    worker(),
  ),
  library('pdfmake', 'cpu-call', github('bpampuch/pdfmake'))('#createPdfKitDocument', 'long', 'lays out the whole document', worker()),
  library('jspdf', 'cpu-call', github('parallax/jsPDF'))('#output', 'noticeable', 'builds the whole document', worker()),
  library('pdf-lib', 'cpu-call', github('Hopding/pdf-lib'))(
    'PDFDocument.load',
    atFullSpeed,
    'parses the whole document at once',
    advice('Leave out `parseSpeed`: then it gives the thread back between the objects'),
    { example: 'data, { parseSpeed: ParseSpeeds.Fastest }', harmless: 'data' },
  ),
];
