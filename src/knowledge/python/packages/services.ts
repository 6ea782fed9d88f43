// Clients of services on the web: each method is a request. Those with an asynchronous twin name it.

import type { BlockingRow } from '../../../core/knowledge';
import { github } from '../../builders';
import { bare, chains, each, extend, give, type Library, methods, operations, same, spoken, thread } from '../rows';

interface Service {
  /** A class all of whose methods are requests. */
  readonly type: string;
  readonly link: string;
  readonly instead?: string;
}

const services: readonly Service[] = [
  { type: 'py:slack_sdk.WebClient', link: 'https://slack.dev/python-slack-sdk/web/', instead: 'slack_sdk.web.async_client.AsyncWebClient' },
  { type: 'py:spotipy.Spotify', link: 'https://spotipy.readthedocs.io/' },
  { type: 'py:tweepy.Client', link: 'https://docs.tweepy.org/en/stable/client.html', instead: 'tweepy.asynchronous.AsyncClient' },
  { type: 'py:tweepy.API', link: 'https://docs.tweepy.org/en/stable/api.html' },
  { type: 'py:simple_salesforce.Salesforce', link: github('simple-salesforce/simple-salesforce') },
  { type: 'py:jenkins.Jenkins', link: 'https://python-jenkins.readthedocs.io/' },
  { type: 'py:telebot.TeleBot', link: github('eternnoir/pyTelegramBotAPI'), instead: 'telebot.async_telebot.AsyncTeleBot' },
  { type: 'py:mastodon.Mastodon', link: 'https://mastodonpy.readthedocs.io/' },
  { type: 'py:zabbix_utils.ZabbixAPI', link: github('zabbix/python-zabbix-utils'), instead: 'zabbix_utils.AsyncZabbixAPI' },
  { type: 'py:hvac.Client', link: 'https://hvac.readthedocs.io/' },
  { type: 'py:consul.Consul', link: 'https://python-consul.readthedocs.io/' },
  { type: 'py:googlemaps.Client', link: github('googlemaps/google-maps-services-python') },
];

const made = services.map(({ type, link, instead }): BlockingRow => {
  const [, owner = '', name = ''] = /^(.*\.)([^.]+)$/.exec(type) ?? [];
  return operations(owner, 'sync-network', link, { remedy: thread(instead === undefined ? undefined : `Or use \`${instead}\``) })(
    `${name}#*`,
    'unbounded',
    `sends the request of the ${name} and waits for the answer`,
  );
});

const github3 = operations('py:github.', 'sync-network', 'https://pygithub.readthedocs.io/en/stable/', {
  remedy: thread('Or use `gidgethub` or `githubkit`'),
});
const jira = operations('py:jira.', 'sync-network', 'https://jira.readthedocs.io/');
const stripe = operations('py:stripe.', 'sync-network', 'https://docs.stripe.com/api?lang=python', {
  remedy: thread('Or await the methods whose names end in `_async`'),
});
const twilio = operations('py:twilio.rest.', 'sync-network', github('twilio/twilio-python'), {
  remedy: thread('Or give the client an `AsyncTwilioHttpClient` and await the methods whose names end in `_async`'),
});
const sendgrid = operations('py:sendgrid.', 'sync-network', github('sendgrid/sendgrid-python'));
const praw = operations('py:praw.', 'sync-network', 'https://praw.readthedocs.io/', { remedy: thread('Or use `asyncpraw`') });
const gspread = operations('py:gspread.', 'sync-network', 'https://docs.gspread.org/', { remedy: thread('Or use `gspread_asyncio`') });
const downloads = operations('py:yt_dlp.', 'sync-network', github('yt-dlp/yt-dlp'));
const feeds = operations('py:feedparser.', 'sync-network', 'https://feedparser.readthedocs.io/');
const telegram = operations('py:telebot.', 'sync-network', github('eternnoir/pyTelegramBotAPI'));
const whois = operations('py:whois.', 'sync-network', github('richardpenman/whois'));
const dns = operations('py:dns.', 'sync-network', 'https://dnspython.readthedocs.io/', { remedy: thread('Or use `dns.asyncresolver`') });
const ldap = operations('py:ldap3.', 'sync-network', 'https://ldap3.readthedocs.io/', { remedy: thread('Or use `bonsai`') });

const stripeObjects = [
  'Customer',
  'PaymentIntent',
  'Subscription',
  'Invoice',
  'Charge',
  'Price',
  'Product',
  'Refund',
  'Event',
  'Account',
  'SetupIntent',
];

const rows: readonly BlockingRow[] = [
  ...methods(
    github3,
    'Github#',
    ['get_repo', 'get_user', 'get_organization', 'search_repositories', 'get_rate_limit'],
    'unbounded',
    (name) => `asks GitHub in ${name}`,
  ),
  ...methods(
    github3,
    'Repository.Repository#',
    [
      'get_issue',
      'get_pull',
      'get_contents',
      'get_branch',
      'get_commit',
      'get_readme',
      'create_issue',
      'create_pull',
      'create_file',
      'update_file',
      'create_git_ref',
      'get_release',
      'get_latest_release',
    ],
    'unbounded',
    (name) => `asks GitHub about the repository in ${name}`,
  ),
  github3('PaginatedList.PaginatedList#__iter__', 'unbounded', 'asks GitHub for one page after the other'),
  jira('JIRA', 'unbounded', 'asks the server for its version'),
  jira('JIRA#*', 'unbounded', 'sends the request to the server and waits for its answer'),
  ...stripeObjects.flatMap((type) =>
    each(
      stripe,
      ['create', 'retrieve', 'list', 'modify', 'delete', 'search', 'cancel'].map((name) => `${type}.${name}`),
      'unbounded',
      (name) => `waits for the service in ${name}`,
    ),
  ),
  ...each(
    stripe,
    ['checkout.Session.create', 'checkout.Session.retrieve', 'billing_portal.Session.create'],
    'unbounded',
    (name) => `waits for the service in ${name}`,
  ),
  ...each(
    twilio,
    ['messages', 'calls', 'verify'].map((name) => `Client.${name}#create`),
    'unbounded',
    (name) => `waits for the service in ${spoken(name)}`,
  ),
  sendgrid('SendGridAPIClient#send', 'unbounded', 'sends the mail to the service and waits for its answer', { example: 'data' }),
  ...each(
    praw,
    ['submission', 'redditor', 'subreddit'].map((name) => `Reddit.${name}#__iter__`),
    'unbounded',
    (name) => `asks the service for one page after the other in ${bare(name)}`,
  ),
  ...each(
    praw,
    ['models.Subreddit#submit', 'models.Submission#reply', 'models.Comment#reply', 'models.Subreddit.stream#__iter__'],
    'unbounded',
    (name) => `waits for the service in ${spoken(name)}`,
  ),
  ...methods(
    gspread,
    'Client#',
    ['open', 'open_by_key', 'open_by_url', 'create', 'list_spreadsheet_files'],
    'unbounded',
    (name) => `waits for the service in ${name}`,
  ),
  ...methods(
    gspread,
    'Spreadsheet#',
    ['worksheet', 'worksheets', 'add_worksheet', 'get_worksheet', 'batch_update', 'share'],
    'unbounded',
    (name) => `waits for the service in ${name} of the spreadsheet`,
  ),
  ...methods(
    gspread,
    'Worksheet#',
    [
      'get_all_values',
      'get_all_records',
      'get_values',
      'get',
      'cell',
      'acell',
      'find',
      'findall',
      'row_values',
      'col_values',
      'update',
      'update_cell',
      'update_cells',
      'append_row',
      'append_rows',
      'insert_row',
      'delete_rows',
      'clear',
      'batch_get',
      'batch_update',
    ],
    'unbounded',
    (name) => `waits for the service in ${name} of the sheet`,
  ),
  ...each(gspread, ['service_account', 'authorize', 'oauth'], 'noticeable', (name) => `reads the credentials for ${name}`),
  ...methods(
    downloads,
    'YoutubeDL#',
    ['extract_info', 'download', 'process_ie_result'],
    'unbounded',
    (name) => `downloads pages, or whole videos, in ${name}`,
  ),
  operations('py:pytube.', 'sync-network', github('pytube/pytube'))('Stream#download', 'unbounded', 'downloads the whole video'),
  feeds('parse', 'noticeable', 'downloads the feed if it is given an address, and parses it', { example: "'https://a/'" }),
  ...methods(
    telegram,
    'TeleBot#',
    ['polling', 'infinity_polling'],
    'unbounded',
    (name) => `asks for messages until the program ends, in ${name}`,
  ),
  ...each(whois, ['whois', 'query'], 'unbounded', (name) => `asks the servers of the registries in ${name}`),
  ...each(
    dns,
    [
      'resolver.resolve',
      'resolver.query',
      'resolver.Resolver#resolve',
      'resolver.Resolver#query',
      'query.udp',
      'query.tcp',
      'query.tls',
      'zone.from_xfr',
    ],
    'unbounded',
    (name) => `asks a name server in ${spoken(name)} and waits for its answer`,
  ),
  ...methods(
    ldap,
    'Connection#',
    ['bind', 'search', 'add', 'modify', 'delete', 'modify_dn', 'compare', 'unbind', 'extend'],
    'unbounded',
    (name) => `sends ${name} to the directory and waits for its answer`,
  ),
  operations('py:ldap3.', 'sync-network', 'https://ldap3.readthedocs.io/')(
    'Connection',
    'noticeable',
    'connects and binds at once, if it is told to',
  ),
  ...each(
    operations('py:wikipedia.', 'sync-network', github('goldsmith/Wikipedia')),
    ['summary', 'page', 'search'],
    'unbounded',
    (name) => `asks Wikipedia in ${name}`,
  ),
  ...each(
    operations('py:yfinance.', 'sync-network', github('ranaroussi/yfinance')),
    ['download', 'Ticker#history'],
    'unbounded',
    (name) => `downloads prices in ${spoken(name)}`,
  ),
  ...each(
    operations('py:speedtest.', 'sync-network', github('sivel/speedtest-cli')),
    ['Speedtest', 'Speedtest#get_best_server', 'Speedtest#download', 'Speedtest#upload'],
    'unbounded',
    (name) => `measures the network in ${spoken(name)}`,
  ),
  ...each(
    operations('py:gtts.', 'sync-network', 'https://gtts.readthedocs.io/'),
    ['gTTS#save', 'gTTS#write_to_fp'],
    'unbounded',
    (name) => `has the service speak the text, for ${bare(name)}`,
  ),
  ...each(
    operations('py:deep_translator.', 'sync-network', 'https://deep-translator.readthedocs.io/'),
    ['GoogleTranslator#translate', 'DeeplTranslator#translate', 'MyMemoryTranslator#translate'],
    'unbounded',
    (name) => `has the service translate the text, by ${name.replace('#translate', '')}`,
  ),
  operations('py:deepl.', 'sync-network', github('DeepLcom/deepl-python'))(
    'Translator#translate_text',
    'unbounded',
    'has the service translate the text',
  ),
  operations('py:googletrans.', 'sync-network', 'https://py-googletrans.readthedocs.io/')(
    'Translator#translate',
    'unbounded',
    'has the service translate the text',
  ),
];

const repository = 'py:github.Repository.Repository#';
const sheet = 'py:gspread.Worksheet#';

export const serviceLibrary: Library = {
  blocking: [...made, ...rows],
  returns: [
    ...give(repository, 'py:github.', 'Github#get_repo'),
    ...give(
      'py:github.PaginatedList.PaginatedList#',
      repository,
      'get_issues',
      'get_pulls',
      'get_commits',
      'get_branches',
      'get_releases',
      'get_workflow_runs',
    ),
    ...give('py:twilio.rest.Client.messages#', 'py:twilio.rest.', 'Client#messages:read'),
    ...give('py:twilio.rest.Client.calls#', 'py:twilio.rest.', 'Client#calls:read'),
    ...give('py:praw.models.Subreddit#', 'py:praw.', 'Reddit#subreddit'),
    ...give('py:praw.models.Submission#', 'py:praw.', 'Reddit#submission'),
    ...give('py:praw.Reddit.subreddit#', 'py:praw.models.Subreddit#', 'hot', 'new', 'top', 'rising', 'search', 'comments'),
    ...give('py:gspread.Client#', 'py:gspread.', 'service_account', 'authorize', 'oauth', 'service_account_from_dict'),
    ...give('py:gspread.Spreadsheet#', 'py:gspread.Client#', 'open', 'open_by_key', 'open_by_url', 'create'),
    ...give(sheet, 'py:gspread.Spreadsheet#', 'worksheet', 'get_worksheet', 'add_worksheet', 'sheet1:read'),
    ...chains('py:yt_dlp.YoutubeDL#', '__enter__'),
  ],
  inherits: extend('py:yt_dlp.YoutubeDL#', 'py:youtube_dl.YoutubeDL#'),
  aliases: [
    ...same('py:slack_sdk.WebClient', 'py:slack_sdk.web.WebClient', 'py:slack_sdk.web.client.WebClient', 'py:slack.WebClient'),
    ...same('py:github.Github', 'py:github.MainClass.Github'),
    ...same('py:jira.JIRA', 'py:jira.client.JIRA'),
    ...same('py:ldap3.Connection', 'py:ldap3.core.connection.Connection'),
  ],
};
