// Clients for mail, files and terminals on other computers. Each command is sent and answered on the
// thread that calls it. Some connect as soon as they are given a host.

import type { BlockingRow } from '../../../core/knowledge';
import { ifGiven } from '../judge';
import { bare, each, extend, give, type Library, standard, thread } from '../rows';

const ftp = standard('ftplib', 'py:ftplib.', 'sync-network', { remedy: thread('Or use an asynchronous client: `aioftp`') });
const smtp = standard('smtplib', 'py:smtplib.', 'sync-network', { remedy: thread('Or use an asynchronous client: `aiosmtplib`') });
const imap = standard('imaplib', 'py:imaplib.', 'sync-network', { remedy: thread('Or use an asynchronous client: `aioimaplib`') });
const pop = standard('poplib', 'py:poplib.', 'sync-network');
const news = standard('nntplib', 'py:nntplib.', 'sync-network', { until: 12 });
const telnet = standard('telnetlib', 'py:telnetlib.', 'sync-network', { until: 12 });

const transfers = 'login retrbinary retrlines storbinary storlines nlst dir cwd mkd rmd pwd size delete rename sendcmd voidcmd quit'.split(
  ' ',
);
const deliveries = 'login sendmail send_message starttls ehlo helo noop verify docmd quit rset mail rcpt data'.split(' ');
const boxes =
  'login authenticate select search fetch store append copy create delete expunge list lsub status uid noop close logout starttls rename'.split(
    ' ',
  );
const posts = 'user pass_ stat list retr dele rset noop quit top uidl stls'.split(' ');
const sessions = 'read_until read_some read_all read_very_eager expect interact write'.split(' ');

const mail: readonly BlockingRow[] = [
  smtp('SMTP', ifGiven('unbounded', 'host', 0), 'connects to the host that it is given', { example: "'a'", harmless: '' }),
  smtp('SMTP_SSL', ifGiven('unbounded', 'host', 0), 'connects to the host that it is given and exchanges keys', {
    example: "'a'",
    harmless: '',
  }),
  smtp('SMTP#connect', 'unbounded', 'connects to the mail server'),
  ...each(smtp, deliveries.map(member('SMTP')), 'unbounded', (name) => `waits for the answer of the mail server to ${bare(name)}`),
  imap('IMAP4', 'unbounded', 'connects to the mail server'),
  imap('IMAP4_SSL', 'unbounded', 'connects to the mail server and exchanges keys'),
  ...each(imap, boxes.map(member('IMAP4')), 'unbounded', (name) => `waits for the answer of the mail server to ${bare(name)}`),
  pop('POP3', 'unbounded', 'connects to the mail server', { example: "'a'" }),
  pop('POP3_SSL', 'unbounded', 'connects to the mail server and exchanges keys', { example: "'a'" }),
  ...each(pop, posts.map(member('POP3')), 'unbounded', (name) => `waits for the answer of the mail server to ${bare(name)}`),
];

const others: readonly BlockingRow[] = [
  ftp('FTP', ifGiven('unbounded', 'host', 0), 'connects to the host that it is given', { example: "'a'", harmless: '' }),
  ftp('FTP_TLS', ifGiven('unbounded', 'host', 0), 'connects to the host that it is given, for an encrypted session', {
    example: "'a'",
    harmless: '',
  }),
  ftp('FTP#connect', 'unbounded', 'connects to the server'),
  ...each(ftp, transfers.map(member('FTP')), 'unbounded', (name) => `waits for the answer of the server to ${bare(name)}`),
  news('NNTP', 'unbounded', 'connects to the news server', { example: "'a'" }),
  telnet('Telnet', ifGiven('unbounded', 'host', 0), 'connects to the host that it is given', { example: "'a'", harmless: '' }),
  ...each(telnet, sessions.map(member('Telnet')), 'unbounded', (name) => `waits for the other side in ${bare(name)}`),
];

function member(type: string): (name: string) => string {
  return (name) => `${type}#${name}`;
}

export const mailAndFiles: Library = {
  blocking: [...mail, ...others],
  returns: [
    ...give('py:smtplib.SMTP_SSL#', 'py:smtplib.', 'SMTP_SSL'),
    ...give('py:imaplib.IMAP4_SSL#', 'py:imaplib.', 'IMAP4_SSL'),
    ...give('py:poplib.POP3_SSL#', 'py:poplib.', 'POP3_SSL'),
    ...give('py:ftplib.FTP_TLS#', 'py:ftplib.', 'FTP_TLS'),
  ],
  inherits: [
    ...extend('py:smtplib.SMTP#', 'py:smtplib.SMTP_SSL#', 'py:smtplib.LMTP#'),
    ...extend('py:imaplib.IMAP4#', 'py:imaplib.IMAP4_SSL#', 'py:imaplib.IMAP4_stream#'),
    ...extend('py:poplib.POP3#', 'py:poplib.POP3_SSL#'),
    ...extend('py:ftplib.FTP#', 'py:ftplib.FTP_TLS#'),
  ],
};
