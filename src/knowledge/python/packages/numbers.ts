// Tables and arrays. numpy computes without the interpreter's lock for the most part; pandas holds it.

import type { BlockingRow } from '../../../core/knowledge';
import { each, extend, give, type Library, methods, operations, process, same, spoken, thread } from '../rows';

const pandasDocs = 'https://pandas.pydata.org/docs/reference/index.html';
const numpyDocs = 'https://numpy.org/doc/stable/reference/index.html';
const held = { gil: 'held', remedy: process('A thread helps where it waits for the disk, not where it parses') } as const;
const released = { gil: 'released', remedy: thread() } as const;
const files = operations('py:pandas.', 'sync-file', pandasDocs, held);
const pandas = operations('py:pandas.', 'cpu-call', pandasDocs, { gil: 'held', remedy: process() });
const queries = operations('py:pandas.', 'sync-database', pandasDocs);
const numpy = operations('py:numpy.', 'cpu-call', numpyDocs, released);
const arrays = operations('py:numpy.', 'sync-file', numpyDocs, released);
const polars = operations('py:polars.', 'cpu-call', 'https://docs.pola.rs/api/python/stable/reference/index.html', released);

const readers = [
  'read_csv',
  'read_excel',
  'read_json',
  'read_parquet',
  'read_feather',
  'read_pickle',
  'read_hdf',
  'read_xml',
  'read_html',
  'read_table',
  'read_orc',
  'read_stata',
  'read_fwf',
];
const writers = [
  'to_csv',
  'to_excel',
  'to_json',
  'to_parquet',
  'to_feather',
  'to_pickle',
  'to_hdf',
  'to_html',
  'to_xml',
  'to_markdown',
  'to_latex',
];
const heavy = [
  'merge',
  'groupby#apply',
  'groupby#agg',
  'apply',
  'pivot_table',
  'iterrows#__iter__',
  'itertuples#__iter__',
  'resample#apply',
];
const linear = ['inv', 'svd', 'eig', 'eigh', 'solve', 'lstsq', 'pinv', 'qr', 'cholesky', 'matrix_power'];

const tables: readonly BlockingRow[] = [
  ...each(files, readers, 'long', (name) => `reads the whole ${name.replace('read_', '')} and builds a table of it`).map((row) => ({
    ...row,
    example: "'a'",
  })),
  ...each(files, ['ExcelFile', 'ExcelFile#parse'], 'long', (name) => `reads the workbook in ${spoken(name)}`).map((row) => ({
    ...row,
    example: "'a'",
  })),
  ...each(
    queries,
    ['read_sql', 'read_sql_query', 'read_sql_table', 'read_gbq'],
    'unbounded',
    (name) => `waits for the database in ${name} and builds a table of its rows`,
  ).map((row) => ({ ...row, example: "'select 1', data" })),
  ...methods(files, 'DataFrame#', writers, 'noticeable', (name) => `turns the whole table into ${name.replace('to_', '')}`),
  queries('DataFrame#to_sql', 'unbounded', 'writes the whole table to the database', { example: "'a', data" }),
  ...each(pandas, heavy.map(lazyName), 'noticeable', (name) => `goes through the whole table in ${spoken(name)}`),
  ...each(pandas, ['merge', 'pivot_table', 'json_normalize'], 'noticeable', (name) => `builds a new table in ${name}`).map((row) => ({
    ...row,
    example: 'data',
  })),
  // Compiled code, and well under 1 ms for some thousands of rows.
  ...each(pandas, ['concat', 'get_dummies'], 'tiny', (name) => `builds a new table in ${name}`).map((row) => ({ ...row, example: 'data' })),
  ...each(
    pandas,
    ['DataFrame#sort_values', 'DataFrame#drop_duplicates'],
    'tiny',
    (name) => `goes through the whole table in ${spoken(name)}`,
  ),
  ...each(
    polars,
    ['read_csv', 'read_parquet', 'read_json', 'read_excel', 'read_ndjson', 'read_database'],
    'long',
    (name) => `reads the whole file in ${name}`,
  ).map((row) => ({ ...row, example: "'a'" })),
  ...each(
    polars,
    ['LazyFrame#collect', 'DataFrame#write_csv', 'DataFrame#write_parquet', 'DataFrame#join'],
    'noticeable',
    (name) => `computes the whole table in ${spoken(name)}`,
  ),
];

/** `groupby#apply` belongs to what `groupby` gives. */
function lazyName(name: string): string {
  return name.includes('#') ? `DataFrame.${name}` : `DataFrame#${name}`;
}

const computing: readonly BlockingRow[] = [
  ...each(arrays, ['load', 'loadtxt', 'genfromtxt', 'fromfile'], 'noticeable', (name) => `reads the whole file in ${name}`).map((row) => ({
    ...row,
    example: "'a'",
  })),
  ...each(arrays, ['save', 'savez', 'savez_compressed', 'savetxt'], 'noticeable', (name) => `writes the whole array in ${name}`).map(
    (row) => ({ ...row, example: "'a', data" }),
  ),
  ...methods(numpy, 'linalg.', linear, 'noticeable', (name) => `computes ${name}, in a time that grows with the cube of the size`).map(
    (row) => ({ ...row, example: 'data' }),
  ),
  ...each(
    operations('py:scipy.', 'cpu-call', 'https://docs.scipy.org/doc/scipy/reference/', released),
    [
      'optimize.minimize',
      'optimize.curve_fit',
      'optimize.differential_evolution',
      'integrate.solve_ivp',
      'integrate.quad',
      'signal.convolve',
      'ndimage.gaussian_filter',
      'spatial.distance.cdist',
    ],
    'long',
    (name) => `computes ${name.replace(/.*\./, '')}`,
  ),
  ...each(
    operations('py:joblib.', 'sync-file', 'https://joblib.readthedocs.io/', held),
    ['load', 'dump'],
    'long',
    (name) => `moves the objects between memory and disk by ${name}`,
  ),
  operations('py:joblib.', 'thread-wait', 'https://joblib.readthedocs.io/')(
    'Parallel#',
    'unbounded',
    'waits until all the workers have ended',
  ),
  ...each(
    operations('py:networkx.', 'cpu-call', 'https://networkx.org/documentation/stable/reference/index.html', {
      gil: 'held',
      remedy: process(),
    }),
    ['shortest_path', 'all_pairs_shortest_path', 'betweenness_centrality', 'pagerank', 'spring_layout'],
    'noticeable',
    (name) => `goes through the graph in ${name}`,
  ),
];

const frame = 'py:pandas.DataFrame#';

export const numberLibrary: Library = {
  blocking: [...tables, ...computing],
  returns: [
    ...give(
      frame,
      'py:pandas.',
      ...readers,
      'read_sql',
      'read_sql_query',
      'read_sql_table',
      'read_gbq',
      'concat',
      'merge',
      'DataFrame.from_dict',
      'DataFrame.from_records',
      'ExcelFile#parse',
      'json_normalize',
    ),
    ...give(
      frame,
      frame,
      'head',
      'tail',
      'copy',
      'dropna',
      'fillna',
      'rename',
      'reset_index',
      'set_index',
      'sort_values',
      'merge',
      'drop',
      'astype',
      'assign',
      'query',
    ),
    ...give('py:pandas.DataFrame.groupby#', frame, 'groupby'),
    ...give('py:pandas.DataFrame.resample#', frame, 'resample'),
    ...give('py:pandas.DataFrame.iterrows#', frame, 'iterrows'),
    ...give('py:pandas.DataFrame.itertuples#', frame, 'itertuples'),
    ...give(
      'py:polars.LazyFrame#',
      'py:polars.',
      'scan_csv',
      'scan_parquet',
      'DataFrame#lazy',
      'LazyFrame#filter',
      'LazyFrame#select',
      'LazyFrame#with_columns',
    ),
    ...give('py:polars.DataFrame#', 'py:polars.', 'read_csv', 'read_parquet', 'read_json', 'read_excel', 'LazyFrame#collect'),
  ],
  inherits: extend(frame, 'py:geopandas.GeoDataFrame#'),
  aliases: same('py:pandas.DataFrame', 'py:pandas.core.frame.DataFrame'),
};
