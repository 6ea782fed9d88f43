// Parsers, renderers and documents. Most compute in pure Python and hold the interpreter's lock. One text
// of usual size is parsed in milliseconds; what takes a file reads it first.

import type { BlockingRow } from '../../../core/knowledge';
import { github } from '../../builders';
import { addsUp, grows } from '../../judge';
import { bare, chains, each, extend, give, type Library, methods, operations, process, same, spoken, thread } from '../rows';

const held = { gil: 'held', remedy: process('It pays for large texts only') } as const;
const released = { gil: 'released', remedy: thread() } as const;

const soup = operations('py:bs4.', 'cpu-call', 'https://www.crummy.com/software/BeautifulSoup/bs4/doc/', held);
const lxml = operations('py:lxml.', 'cpu-call', 'https://lxml.de/api/index.html', released);
const yaml = operations('py:yaml.', 'cpu-call', 'https://pyyaml.org/wiki/PyYAMLDocumentation', held);
const markdown = operations('py:', 'cpu-call', 'https://python-markdown.github.io/reference/', held);
const jinja = operations('py:jinja2.', 'cpu-call', 'https://jinja.palletsprojects.com/en/stable/api/', held);
const git = operations('py:git.', 'sync-process', 'https://gitpython.readthedocs.io/en/stable/reference.html');

const parsers: readonly BlockingRow[] = [
  soup('BeautifulSoup', grows({ of: 0, bytes: 2_000, does: 'parses', usual: 'noticeable' }), 'parses the whole page in Python', {
    example: 'data',
  }),
  ...methods(soup, 'BeautifulSoup#', ['prettify', 'decode'], 'noticeable', (name) => `turns the whole page into text by ${name}`),
  ...each(
    lxml,
    ['html.fromstring', 'html.document_fromstring', 'etree.fromstring', 'etree.HTML', 'etree.XML'],
    'noticeable',
    (name) => `parses the whole text by ${name}`,
  ),
  ...each(lxml, ['etree.parse', 'html.parse'], 'noticeable', (name) => `reads the whole file and parses it by ${name}`),
  ...each(
    yaml,
    ['load', 'safe_load', 'full_load', 'load_all', 'safe_load_all', 'unsafe_load'],
    grows({ of: 0, bytes: 200, does: 'parses in pure Python', usual: 'noticeable' }),
    (name) => `parses the whole text in pure Python, by ${name}`,
  ).map((row) => ({ ...row, example: 'data' })),
  ...each(
    yaml,
    ['dump', 'safe_dump', 'dump_all', 'safe_dump_all'],
    grows({ of: 0, bytes: 400, elements: 15, does: 'writes in pure Python', usual: addsUp }),
    (name) => `writes the whole object in pure Python, by ${name}`,
  ).map((row) => ({ ...row, example: 'data' })),
  ...each(
    operations('py:ruamel.', 'cpu-call', 'https://yaml.dev/doc/ruamel.yaml/', held),
    ['yaml.YAML#load', 'yaml.YAML#dump'],
    'noticeable',
    (name) => `goes through the whole document in pure Python, by ${bare(name)}`,
  ),
  ...each(
    markdown,
    [
      'markdown.markdown',
      'markdown2.markdown',
      'mistune.html',
      'mistune.markdown',
      'docutils.core.publish_string',
      'docutils.core.publish_parts',
      'readability.Document#summary',
      'html2text.html2text',
      'trafilatura.extract',
      'newspaper.Article#parse',
    ],
    'noticeable',
    (name) => `goes through the whole text in pure Python, in ${spoken(name)}`,
  ),
  ...each(
    markdown,
    [
      'xmltodict.parse',
      'xmltodict.unparse',
      'toml.loads',
      'tomlkit.parse',
      'json5.loads',
      'hcl2.loads',
      'pyparsing.ParserElement#parse_string',
      'feedgen.feed.FeedGenerator#rss_str',
      'sqlparse.format',
      'sqlglot.transpile',
      'icalendar.Calendar.from_ical',
      'minify_html.minify',
      'htmlmin.minify',
      'css_inline.inline',
      'premailer.transform',
      'jsonschema.validate',
    ],
    'tiny',
    (name) => `goes through the whole text, or the object, in ${spoken(name)}`,
  ),
  ...each(
    operations('py:', 'sync-network', 'https://newspaper.readthedocs.io/'),
    ['newspaper.Article#download', 'trafilatura.fetch_url'],
    'unbounded',
    (name) => `downloads the page in ${spoken(name)}`,
  ),
  ...each(
    operations('py:', 'sync-file', github('theskumar/python-dotenv')),
    [
      'dotenv.load_dotenv',
      'dotenv.dotenv_values',
      'dotenv.set_key',
      'dotenv.find_dotenv',
      'toml.load',
      'toml.dump',
      'anyconfig.load',
      'magic.from_file',
      'nbformat.read',
      'nbformat.write',
    ],
    'noticeable',
    (name) => `reads or writes the whole file in ${name}`,
  ),
  ...each(
    operations('py:', 'cpu-call', 'https://chardet.readthedocs.io/', held),
    ['chardet.detect', 'charset_normalizer.from_bytes', 'charset_normalizer.detect', 'langdetect.detect', 'jieba.cut', 'jieba.lcut'],
    'noticeable',
    (name) => `tries one possibility after the other in ${name}`,
  ),
  ...each(
    operations('py:', 'cpu-call', 'https://rapidfuzz.github.io/RapidFuzz/', held),
    ['fuzzywuzzy.process.extract', 'fuzzywuzzy.process.extractOne'],
    'noticeable',
    (name) => `compares the text with every choice in ${name}`,
  ),
  // In C++: measured, 0.07 ms for 500 choices, 0.5 ms for 2,500.
  ...each(
    operations('py:', 'cpu-call', 'https://rapidfuzz.github.io/RapidFuzz/', held),
    ['thefuzz.process.extract', 'thefuzz.process.extractOne', 'rapidfuzz.process.extract', 'rapidfuzz.process.extractOne'],
    'tiny',
    (name) => `compares the text with every choice in ${name}`,
  ),
];

const rendering: readonly BlockingRow[] = [
  jinja('Template#render', 'tiny', 'renders the template'),
  jinja('Environment#get_template', 'tiny', 'reads and compiles the template, if it has not done so or the file is newer', {
    example: "'a.html'",
  }),
  ...each(
    operations('py:weasyprint.', 'cpu-call', 'https://doc.courtbouillon.org/weasyprint/stable/api_reference.html', held),
    ['HTML#write_pdf', 'HTML#render'],
    'long',
    (name) => `lays out the whole document in pure Python, for ${bare(name)}`,
  ),
  ...each(
    operations('py:pdfkit.', 'sync-process', github('JazzCore/python-pdfkit')),
    ['from_url', 'from_string', 'from_file'],
    'unbounded',
    (name) => `starts wkhtmltopdf and waits until it ends, in ${name}`,
  ),
  ...each(
    operations('py:imgkit.', 'sync-process', github('jarrekk/imgkit')),
    ['from_url', 'from_string', 'from_file'],
    'unbounded',
    (name) => `starts wkhtmltoimage and waits until it ends, in ${name}`,
  ),
  ...each(
    operations('py:pypandoc.', 'sync-process', github('JessicaTegner/pypandoc')),
    ['convert_file', 'convert_text'],
    'unbounded',
    (name) => `starts pandoc and waits until it ends, in ${name}`,
  ),
  ...each(
    operations('py:xhtml2pdf.', 'cpu-call', 'https://xhtml2pdf.readthedocs.io/', held),
    ['pisa.CreatePDF'],
    'long',
    () => 'lays out the whole document in pure Python',
  ),
];

const documents: readonly BlockingRow[] = [
  ...['pypdf', 'PyPDF2'].flatMap((module) =>
    each(
      operations(`py:${module}.`, 'cpu-call', 'https://pypdf.readthedocs.io/', held),
      ['PdfReader', 'PdfWriter#write', 'PdfMerger#write', 'PageObject#extract_text'],
      'noticeable',
      (name) => `reads or writes the document in pure Python, in ${spoken(name)}`,
    ),
  ),
  ...each(
    operations('py:', 'cpu-call', github('jsvine/pdfplumber'), held),
    [
      'pdfplumber.open',
      'pdfminer.high_level.extract_text',
      'pdf2image.convert_from_path',
      'pdf2image.convert_from_bytes',
      'fitz.open',
      'pymupdf.open',
      'camelot.read_pdf',
      'tabula.read_pdf',
    ],
    'long',
    (name) => `goes through the document in ${name}`,
  ),
  ...each(
    operations('py:', 'cpu-call', 'https://python-docx.readthedocs.io/', held),
    [
      'docx.Document',
      'docx.Document#save',
      'pptx.Presentation',
      'pptx.Presentation#save',
      'docxtpl.DocxTemplate#render',
      'docxtpl.DocxTemplate#save',
    ],
    'noticeable',
    (name) => `reads or writes the whole document in ${spoken(name)}`,
  ),
  ...each(
    operations('py:openpyxl.', 'cpu-call', 'https://openpyxl.readthedocs.io/', held),
    ['load_workbook', 'Workbook#save'],
    'long',
    (name) => `goes through every cell in pure Python, in ${spoken(name)}`,
  ),
  ...each(
    operations('py:', 'cpu-call', 'https://xlsxwriter.readthedocs.io/', held),
    [
      'xlsxwriter.Workbook#close',
      'xlrd.open_workbook',
      'xlwt.Workbook#save',
      'reportlab.pdfgen.canvas.Canvas#save',
      'reportlab.platypus.SimpleDocTemplate#build',
      'fpdf.FPDF#output',
    ],
    'noticeable',
    (name) => `reads or writes the whole document in pure Python, in ${spoken(name)}`,
  ),
];

const repositories: readonly BlockingRow[] = [
  ...each(
    git,
    ['Repo.clone_from', 'Repo#clone', 'Remote#pull', 'Remote#push', 'Remote#fetch', 'Git#clone'],
    'unbounded',
    (name) => `starts git and waits for the network, in ${spoken(name)}`,
  ),
  git('Repo.git#*', 'noticeable', 'starts git with the command and waits until it ends'),
  ...each(
    git,
    [
      'Repo',
      'Repo.init',
      'Repo#is_dirty',
      'Repo.iter_commits#__iter__',
      'IndexFile#add',
      'IndexFile#commit',
      'IndexFile#diff',
      'Repo#create_head',
    ],
    'noticeable',
    (name) => `reads or writes the repository in ${spoken(name)}`,
  ),
  ...each(
    operations('py:', 'sync-process', github('tj-python/sh')),
    ['sh.git', 'sh.bash', 'sh.ls'],
    'unbounded',
    (name) => `starts ${bare(name)} and waits until it ends`,
  ),
];

export const textLibrary: Library = {
  blocking: [...parsers, ...rendering, ...documents, ...repositories],
  returns: [
    ...give('py:jinja2.Template#', 'py:jinja2.', 'Environment#get_template', 'Environment#from_string'),
    ...give('py:git.Repo#', 'py:git.', 'Repo.clone_from', 'Repo.init', 'Repo#clone'),
    ...give('py:git.Remote#', 'py:git.', 'Repo#remote', 'Repo#remotes.origin:read', 'Repo#create_remote'),
    ...give('py:git.IndexFile#', 'py:git.', 'Repo#index:read'),
    ...give('py:git.Repo.git#', 'py:git.', 'Repo#git:read'),
    ...give('py:git.Repo.iter_commits#', 'py:git.', 'Repo#iter_commits'),
    ...give('py:openpyxl.Workbook#', 'py:openpyxl.', 'load_workbook'),
    ...chains('py:xlsxwriter.Workbook#', '__enter__'),
  ],
  inherits: extend('py:jinja2.Environment#', 'py:jinja2.sandbox.SandboxedEnvironment#'),
  aliases: [
    ...same('py:bs4.BeautifulSoup', 'py:BeautifulSoup.BeautifulSoup'),
    ...same('py:git.Repo', 'py:git.repo.Repo'),
    ...same('py:docx.Document', 'py:docx.api.Document'),
    ...same('py:openpyxl.load_workbook', 'py:openpyxl.reader.excel.load_workbook'),
  ],
};
