// Regular expressions of published JavaScript, as facts: the pattern, how the time of a failing match grows with
// the text, and where both are said. What is said to be slow is labelled as its advisory says; what is safe is
// a fixed version, or a pattern that has been used for years and was never reported.
/* eslint-disable no-useless-escape, no-control-regex -- they stand here as they were published */

export interface Known {
  readonly pattern: RegExp;
  readonly growth: 'exponential' | 'polynomial' | 'linear';
  /** The package and version in which it stands, or the page that speaks of it; with an advisory, its name. */
  readonly source: string;
}

export const known: readonly Known[] = [
  // Exponential, as published.
  { growth: 'exponential', source: 'owasp.org, Regular expression Denial of Service', pattern: /^(a+)+$/ },
  { growth: 'exponential', source: 'owasp.org, Regular expression Denial of Service', pattern: /^([a-zA-Z]+)*$/ },
  { growth: 'exponential', source: 'owasp.org, Regular expression Denial of Service', pattern: /^(a|aa)+$/ },
  { growth: 'exponential', source: 'owasp.org, Regular expression Denial of Service', pattern: /^(a|a?)+$/ },
  { growth: 'exponential', source: 'owasp.org, a validator of Java class names', pattern: /^(([a-z])+.)+[A-Z]([a-z])+$/ },
  {
    growth: 'exponential',
    source: 'owasp.org, an e-mail address of regexlib.com',
    pattern: /^([a-zA-Z0-9])(([\-.]|[_]+)?([a-zA-Z0-9]+))*(@){1}[a-z0-9]+[.]{1}(([a-z]{2,3})|([a-z]{2,3}[.]{1}[a-z]{2,3}))$/,
  },
  { growth: 'exponential', source: 'en.wikipedia.org/wiki/ReDoS', pattern: /^(a{1,4})*$/ },
  { growth: 'exponential', source: 'snyk.io, ReDoS and Catastrophic Backtracking', pattern: /A(B|C+)+D/ },
  { growth: 'exponential', source: 'regular-expressions.info/catastrophic.html', pattern: /(x+x+)+y/ },
  { growth: 'exponential', source: 'javascript.info/regexp-catastrophic-backtracking', pattern: /^(\w+\s?)*$/ },
  { growth: 'exponential', source: 'javascript.info/regexp-catastrophic-backtracking', pattern: /^(\d+)*$/ },
  { growth: 'exponential', source: 'ziishaned/learn-regex, issue 111', pattern: /^[01]([-]*[01]+)*$/ },
  { growth: 'exponential', source: 'marked 0.3.5, CVE-2015-8854', pattern: /^\b_((?:__|[\s\S])+?)_\b|^\*((?:\*\*|[\s\S])+?)\*(?!\*)/ },
  {
    growth: 'exponential',
    source: 'is-svg 4.2.1, CVE-2021-28092',
    pattern:
      /^\s*(?:<\?xml[^>]*>\s*)?(?:<!doctype svg[^>]*\s*(?:\[?(?:\s*<![^>]*>\s*)*\]?)*[^>]*>\s*)?(?:<svg[^>]*>[^]*<\/svg>|<svg[^/>]*\/\s*>)\s*$/i,
  },
  {
    growth: 'exponential',
    source: 'Knockout 3.4, its expressions',
    pattern: /^[_$a-z][_$a-z0-9]*(\[.*?\])*(\.[_$a-z][_$a-z0-9]*(\[.*?\])*)*$/i,
  },
  { growth: 'exponential', source: 'Prototype.js 1.7, its selectors', pattern: /(([\w#:.~>+()\s-]+|\*|\[.*?\])+)\s*(,|$)/ },
  { growth: 'exponential', source: 'CodeMirror 5, its mode for CoffeeScript', pattern: /^([\s[{(]|#.*)*$/ },
  { growth: 'exponential', source: 'Prism 1.20, its texts', pattern: /("|')(\\?.)*?\1/g },
  { growth: 'exponential', source: 'wildduck 1.45, settings-handler.js', pattern: /^\d+\s*[a-z]*(\s*,\s*\d+\s*[a-z]*)*$/ },
  { growth: 'exponential', source: 'NodeBB 4, its versions', pattern: /^[a-zA-Z0-9-/]+(\.([0-9a-z]+([A-Z][0-9a-zA-Z]*)*-*\.?)+)*$/ },
  {
    growth: 'exponential',
    source: 'email-addresses of regexlib.com, by OWASP',
    pattern: /^([0-9a-zA-Z]([-.\w]*[0-9a-zA-Z])*@(([0-9a-zA-Z])+([-\w]*[0-9a-zA-Z])*\.)+[a-zA-Z]{2,9})$/,
  },

  { growth: 'exponential', source: 'moment 2.11.1, CVE-2016-4055', pattern: /D[oD]?(\[[^\[\]]*\]|\s+)+MMMM?/ },
  { growth: 'exponential', source: 'brace-expansion 1.1.6, CVE-2017-18077', pattern: /^(.*,)+(.+)?$/ },
  {
    growth: 'exponential',
    source: 'ssri 8.0.0, CVE-2021-27290',
    pattern: /^([a-z0-9]+)-([A-Za-z0-9+/=]{44,88})(\?[\x21-\x7E]*)*$/,
  },

  // Polynomial, as published: quadratic and more.
  {
    growth: 'polynomial',
    source: 'ms 0.7.0, CVE-2015-8315',
    pattern: /^((?:\d+)?\.?\d+) *(milliseconds?|msecs?|ms|seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d|years?|yrs?|y)?$/i,
  },
  { growth: 'polynomial', source: 'stackstatus.net, outage of 20 July 2016', pattern: /^[\s\u200c]+|[\s\u200c]+$/g },
  { growth: 'polynomial', source: 'blog.cloudflare.com, outage of 2 July 2019', pattern: /.*.*=.*x/ },
  { growth: 'polynomial', source: 'trim 0.0.1, CVE-2020-7753', pattern: /^\s*|\s*$/g },
  { growth: 'polynomial', source: 'trim-newlines 3.0.0, CVE-2021-33623', pattern: /[\r\n]+$/ },
  { growth: 'polynomial', source: 'validator 13.5.2, CVE-2021-3765, rtrim', pattern: /\s+$/g },
  { growth: 'polynomial', source: 'minimatch 3.0.4, CVE-2022-3517', pattern: /\{.*\}/ },
  { growth: 'polynomial', source: 'glob-parent 5.1.1, CVE-2020-28469', pattern: /[{[].*[/]*.*[}\]]$/ },
  {
    growth: 'polynomial',
    source: 'path-parse 1.0.6, CVE-2021-23343',
    pattern: /^([\s\S]*?)((?:\.{1,2}|[^\\/]+?|)(\.[^./\\]*|))(?:[\\/]*)$/,
  },
  { growth: 'polynomial', source: 'cross-spawn 7.0.3, CVE-2024-21538', pattern: /(\\*)$/ },
  { growth: 'polynomial', source: 'cross-spawn 7.0.3, CVE-2024-21538', pattern: /(\\*)"/g },
  { growth: 'polynomial', source: 'word-wrap 1.2.3, CVE-2023-26115', pattern: /[ \t]*$/gm },
  { growth: 'polynomial', source: 'http-cache-semantics 4.1.0, CVE-2022-25881', pattern: /\s*,\s*/ },
  { growth: 'polynomial', source: 'ws 7.4.5, CVE-2021-32640', pattern: / *, */ },
  { growth: 'polynomial', source: 'forwarded 0.1.0, CVE-2017-16118', pattern: / *, */ },
  { growth: 'polynomial', source: 'parsejson 0.0.3, CVE-2017-16113', pattern: /\s+$/ },
  { growth: 'polynomial', source: 'slug 0.9.1, CVE-2017-16117', pattern: /^\s+|\s+$/g },
  { growth: 'polynomial', source: 'mime 1.4.0, CVE-2017-16138', pattern: /.*[./\\]/ },
  { growth: 'polynomial', source: 'tough-cookie 2.3.2, CVE-2017-15010', pattern: /^(([^=;]+))\s*=\s*([^\n\r\0]*)/ },
  { growth: 'polynomial', source: 'negotiator 0.6.0, CVE-2016-10539', pattern: /^\s*(\S+?)(?:-(\S+?))?\s*(?:;(.*))?$/ },
  {
    growth: 'polynomial',
    source: 'moment 2.19.2, CVE-2017-18214',
    pattern: /[0-9]*['a-z\u00A0-\u05FF\u0700-\uD7FF\uF900-\uFDCF\uFDF0-\uFFEF]+|[\u0600-\u06FF/]+(\s*?[\u0600-\u06FF]+){1,2}/i,
  },
  { growth: 'polynomial', source: 'postcss 8.2.10, CVE-2021-23368', pattern: /\/\*\s*# sourceMappingURL=(.*)\*\// },
  { growth: 'polynomial', source: 'normalize-url 4.5.0, CVE-2021-33502', pattern: /^data:(.*?),(.*?)(?:#(.*))?$/ },
  {
    growth: 'polynomial',
    source: 'hosted-git-info 2.8.8, CVE-2021-23362',
    pattern: /^([^@]+)@([^:/]+):[/]?((?:[^/]+[/])?[^/]+?)(?:[.]git)?(#.*)?$/,
  },
  { growth: 'polynomial', source: 'nth-check 2.0.0, CVE-2021-3803', pattern: /^([+-]?\d*n)?\s*(?:([+-]?)\s*(\d+))?$/ },
  {
    growth: 'polynomial',
    source: 'loader-utils 2.0.2, CVE-2022-37599',
    pattern: /\[(?:([^:\]]+):)?(?:hash|contenthash)(?::([a-z]+\d*))?(?::(\d+))?\]/gi,
  },
  { growth: 'polynomial', source: 'validator 13.5.2, isEmail', pattern: /^([^\x00-\x1F\x7F-\x9F]+)<(.+)>$/i },
  { growth: 'polynomial', source: 'NodeBB 4, links of Markdown', pattern: /\[(.*?)\]\((.+?)\)/gi },
  { growth: 'polynomial', source: 'dropbox/zxcvbn, issue 327', pattern: /^(.+?)\1+$/ },
  { growth: 'polynomial', source: 'codemirror/codemirror5, issue 7128', pattern: / +$/ },
  { growth: 'polynomial', source: 'PolynomialReDoS of CodeQL, its help', pattern: /^0\.\d+E?\d+$/ },

  { growth: 'polynomial', source: 'regular-expressions.info/catastrophic.html', pattern: /^(.*?,){11}P/ },
  { growth: 'polynomial', source: 'marked 0.3.5, CVE-2017-16114', pattern: /^(`+)\s*([\s\S]*?[^`])\s*\1(?!`)/ },
  {
    growth: 'polynomial',
    source: 'ansi-regex 5.0.0, CVE-2021-3807',
    pattern:
      /[\u001B\u009B][[\]()#;?]*(?:(?:(?:[a-zA-Z\d]*(?:;[-a-zA-Z\d\/#&.:=?%@~_]*)*)?\u0007)|(?:(?:\d{1,4}(?:;\d{0,4})*)?[\dA-PR-TZcf-ntqry=><~]))/g,
  },
  {
    growth: 'exponential',
    source: 'jquery-validation 1.19.2, GHSA-jxwx-85vp-gvwm',
    pattern:
      /^(?:(?:(?:https?|ftp):)?\/\/)(?:\S+(?::\S*)?@)?(?:(?!(?:10|127)(?:\.\d{1,3}){3})(?!(?:169\.254|192\.168)(?:\.\d{1,3}){2})(?!172\.(?:1[6-9]|2\d|3[0-1])(?:\.\d{1,3}){2})(?:[1-9]\d?|1\d\d|2[01]\d|22[0-3])(?:\.(?:1?\d{1,2}|2[0-4]\d|25[0-5])){2}(?:\.(?:[1-9]\d?|1\d\d|2[0-4]\d|25[0-4]))|(?:(?:[a-z\u00a1-\uffff0-9]-*)*[a-z\u00a1-\uffff0-9]+)(?:\.(?:[a-z\u00a1-\uffff0-9]-*)*[a-z\u00a1-\uffff0-9]+)*(?:\.(?:[a-z\u00a1-\uffff]{2,})).?)(?::\d{2,5})?(?:[/?#]\S*)?$/i,
  },
  { growth: 'polynomial', source: 'fresh 0.5.0, CVE-2017-16119', pattern: / *, */ },

  // Fixed versions.
  { growth: 'linear', source: 'marked 0.3.9, the fix of CVE-2015-8854', pattern: /^\b_((?:__|[^_])+?)_\b|^\*((?:\*\*|[^*])+?)\*(?!\*)/ },
  { growth: 'linear', source: 'negotiator 0.6.1, the fix of CVE-2016-10539', pattern: /^\s*([^\s\-;]+)(?:-([^\s;]+))?\s*(?:;(.*))?$/ },
  { growth: 'linear', source: 'ssri 8.0.1, the fix of CVE-2021-27290', pattern: /^([a-z0-9]+)-([A-Za-z0-9+/=]{44,88})(\?[\x21-\x7E]*)?$/ },
  { growth: 'linear', source: 'javascript.info, the fix of its example', pattern: /^(\w+\s)*\w*$/ },
  { growth: 'linear', source: 'owasp.org, its example without the inner loop', pattern: /^a+$/ },

  // Safe, and in use for years.
  {
    growth: 'linear',
    source: 'semver.org, the suggested expression',
    pattern:
      /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-((?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*)(?:\.(?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*))*))?(?:\+([0-9a-zA-Z-]+(?:\.[0-9a-zA-Z-]+)*))?$/,
  },
  {
    growth: 'linear',
    source: 'html.spec.whatwg.org, valid e-mail address',
    pattern:
      /^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$/,
  },
  { growth: 'linear', source: 'RFC 9562, a UUID', pattern: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i },
  {
    growth: 'linear',
    source: 'moment 2.19.2, rfc2822',
    pattern:
      /^(?:(Mon|Tue|Wed|Thu|Fri|Sat|Sun),?\s)?(\d{1,2})\s(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\s(\d{2,4})\s(\d\d):(\d\d)(?::(\d\d))?\s(?:(UT|GMT|[ECMP][SD]T)|([Zz])|([+-]\d{4}))$/,
  },
  {
    growth: 'linear',
    source: 'luxon 1.28.0, isoDuration',
    pattern:
      /^-?P(?:(?:(-?\d{1,9})Y)?(?:(-?\d{1,9})M)?(?:(-?\d{1,9})W)?(?:(-?\d{1,9})D)?(?:T(?:(-?\d{1,9})H)?(?:(-?\d{1,9})M)?(?:(-?\d{1,20})(?:[.,](-?\d{1,9}))?S)?)?)$/,
  },
  {
    growth: 'linear',
    source: 'luxon 1.28.0, rfc1123',
    pattern: /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), (\d\d) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) (\d{4}) (\d\d):(\d\d):(\d\d) GMT$/,
  },
  { growth: 'linear', source: 'color-string 1.5.4', pattern: /^#([a-f0-9]{6})([a-f0-9]{2})?$/i },
  {
    growth: 'linear',
    source: 'color-string 1.5.4',
    pattern: /^rgba?\(\s*([+-]?\d+)\s*,\s*([+-]?\d+)\s*,\s*([+-]?\d+)\s*(?:,\s*([+-]?[\d.]+)\s*)?\)$/,
  },
  { growth: 'linear', source: 'tough-cookie 2.3.2', pattern: /^(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/i },
  { growth: 'linear', source: 'tough-cookie 2.3.2', pattern: /^(\d{1,2})[^\d]*$/ },
  { growth: 'linear', source: 'ws 7.4.5, the key of a handshake', pattern: /^[+/0-9A-Za-z]{22}==$/ },
  { growth: 'linear', source: 'ssri 8.0.0', pattern: /^[a-z0-9+/]+(?:=?=?)$/i },
  { growth: 'linear', source: 'is-url 1.2.4', pattern: /^(?:\w+:)?\/\/(\S+)$/ },
  { growth: 'linear', source: 'brace-expansion 1.1.6', pattern: /^-?\d+\.\.-?\d+(?:\.\.-?\d+)?$/ },
  { growth: 'linear', source: 'brace-expansion 1.1.6', pattern: /^[a-zA-Z]\.\.[a-zA-Z](?:\.\.-?\d+)?$/ },
  { growth: 'linear', source: 'validator 13.5.2, isEmail', pattern: /^[a-z\d!#$%&'*+\-/=?^_`{|}~]+$/i },
  { growth: 'linear', source: 'jquery-validation 1.19.2, a number', pattern: /^(?:-?\d+|-?\d{1,3}(?:,\d{3})+)?(?:\.\d+)?$/ },
  { growth: 'linear', source: 'jquery-validation 1.19.2, a date', pattern: /^\d{4}[/-](0?[1-9]|1[012])[/-](0?[1-9]|[12][0-9]|3[01])$/ },
  { growth: 'linear', source: 'browserslist 4.16.4', pattern: /^last\s+(\d+)\s+major\s+versions?$/i },
  { growth: 'linear', source: 'browserslist 4.16.4', pattern: /^last\s+(\d+)\s+(\w+)\s+major\s+versions?$/i },
  { growth: 'linear', source: 'marked 0.3.5, code', pattern: /^( {4}[^\n]+\n*)+/ },
  { growth: 'linear', source: 'JSON.parse polyfill json2.js, escapes', pattern: /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/g },
  { growth: 'linear', source: 'json2.js, values', pattern: /^[\],:{}\s]*$/ },
  { growth: 'linear', source: 'lodash 4.17, escapes of HTML', pattern: /[&<>"']/g },
  { growth: 'linear', source: 'lodash 4.17, characters of patterns', pattern: /[\\^$.*+?()[\]{}|]/g },
  { growth: 'linear', source: 'content-type 1.0.5, a media type', pattern: /^[!#$%&'*+.^_`|~0-9A-Za-z-]+\/[!#$%&'*+.^_`|~0-9A-Za-z-]+$/ },
  { growth: 'linear', source: 'validator 13.5.2, isAscii', pattern: /^[\x00-\x7F]+$/ },
  { growth: 'linear', source: 'validator 13.5.2, isBase32', pattern: /^[A-Z2-7]+=*$/ },
  { growth: 'linear', source: 'validator 13.5.2, isBase58', pattern: /^[A-HJ-NP-Za-km-z1-9]*$/ },
  { growth: 'linear', source: 'validator 13.5.2, isBtcAddress', pattern: /^(bc1|[13])[a-zA-HJ-NP-Z0-9]{25,39}$/ },
  { growth: 'linear', source: 'validator 13.5.2, isDataURI', pattern: /^[a-z]+\/[a-z0-9\-\+]+$/i },
  { growth: 'linear', source: 'validator 13.5.2, isDataURI', pattern: /^[a-z\-]+=[a-z0-9\-]+$/i },
  { growth: 'linear', source: 'validator 13.5.2, isEAN', pattern: /^(\d{8}|\d{13})$/ },
  {
    growth: 'linear',
    source: 'validator 13.5.2, isEmail, the part before @',
    pattern: /^([\s\x01-\x08\x0b\x0c\x0e-\x1f\x7f\x21\x23-\x5b\x5d-\x7e]|(\\[\x01-\x09\x0b\x0c\x0d-\x7f]))*$/i,
  },
  { growth: 'linear', source: 'validator 13.5.2, isHexColor', pattern: /^#?([0-9A-F]{3}|[0-9A-F]{4}|[0-9A-F]{6}|[0-9A-F]{8})$/i },
  { growth: 'linear', source: 'validator 13.5.2, isHexadecimal', pattern: /^(0x|0h)?[0-9A-F]+$/i },
  {
    growth: 'linear',
    source: 'validator 13.5.2, isIP',
    pattern: /^(([0-9]|[1-9][0-9]|1[0-9]{2}|2[0-4][0-9]|25[0-5])\.){3}([0-9]|[1-9][0-9]|1[0-9]{2}|2[0-4][0-9]|25[0-5])$/,
  },
  { growth: 'linear', source: 'validator 13.5.2, isISBN', pattern: /^(?:[0-9]{9}X|[0-9]{10})$/ },
  { growth: 'linear', source: 'validator 13.5.2, isInt', pattern: /^(?:[-+]?(?:0|[1-9][0-9]*))$/ },
  { growth: 'linear', source: 'validator 13.5.2, isLatLong', pattern: /^\(?[+-]?(90(\.0+)?|[1-8]?\d(\.\d+)?)$/ },
  { growth: 'linear', source: 'validator 13.5.2, isLocale', pattern: /^[A-z]{2,4}([_-]([A-z]{4}|[\d]{3}))?([_-]([A-z]{2}|[\d]{3}))?$/ },
  { growth: 'linear', source: 'validator 13.5.2, isMACAddress', pattern: /^([0-9a-fA-F][0-9a-fA-F]:){5}([0-9a-fA-F][0-9a-fA-F])$/ },
  {
    growth: 'linear',
    source: 'validator 13.5.2, isMimeType',
    pattern: /^(application|audio|font|image|message|model|multipart|text|video)\/[a-zA-Z0-9\.\-\+]{1,100}$/i,
  },
  { growth: 'linear', source: 'marked 0.3.5, escapes', pattern: /^\\([\\`*{}\[\]()#+\-.!_>])/ },
  { growth: 'linear', source: 'marked 0.3.5, text', pattern: /^[^\n]+/ },
  { growth: 'linear', source: 'diff 3.4.0', pattern: /^(\-\-\-|\+\+\+|@@)\s/ },
  { growth: 'linear', source: 'moment 2.19.2, MONTHS_IN_FORMAT after the fix', pattern: /^D[oD]?(\[[^\[\]]*\]|\s)+MMMM?/ },
];
