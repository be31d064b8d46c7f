/** Values that programs trip over: every one is allowed in JSON, or looks as if it were. */

export const awkwardTexts: Readonly<Record<string, string>> = {
    'SQL': `'; drop table core.person; -- " \\' %s $1 :name`,
    'script': `<script>alert('1')</script><img src=x onerror=alert(1)>"'>`,
    'templates': '{{7*7}} ${7*7} #{7*7} <%= 7*7 %> {0} %d',
    'paths': '../../../etc/passwd\\..\\..\\boot.ini file:///etc/passwd',
    'member names': '__proto__ constructor toString hasOwnProperty',
    'spreadsheet formula': '=cmd|\' /C calc\'!A0 +1 -1 @SUM(1)',
    'line ends': 'one\r\ntwo\nthree\rfour\u2028five\u2029six\ttab',
    'every script': '复核 複核 質檢 العربية עברית हिन्दी ไทย 한국어 日本語 Ελλάδα',
    'emoji': '👂🏽👨‍👩‍👧‍👦🇹🇼é́́',
    'directions': '\u202eright to left\u202c \u200f\u200e\u2066x\u2069',
    'nothing to see': '\u200b\u200c\u200d\ufeff\u00ad',
    'what other programs take for nothing': 'null undefined NaN true 0 [] {}',
    'control characters': '\u0001\u0002\u0008\u001b[31m\u007f\u0085'
};

/** Texts that a database of texts cannot keep; to be refused, or kept in a form that is well. */
export const impossibleTexts: Readonly<Record<string, string>> = { 'NUL': 'a\u0000b', 'half a character': 'a\ud800b', 'the other half': '\udfffb' };

export const awkwardNumbers: readonly number[] = [1e308, -1e308, 5e-324, 0.1, -0, 0, -1, 2 ** 31, -(2 ** 31) - 1, 2 ** 53 - 1, -(2 ** 53) + 1, 2 ** 63];

export const awkwardMoments: readonly string[] = [
    '0000-01-01T00:00:00.000Z', '0001-01-01T00:00:00.000Z', '9999-12-31T23:59:59.999Z', '2026-02-28T23:59:59.999999999Z', '2026-11-20T10:00:00+14:00', '2026-11-20T10:00:00-23:59', '1970-01-01T00:00:00Z'
];

/** Instead of whatever is asked for. */
export const otherKinds: readonly unknown[] = [null, true, 1, -1.5, 'text', '', [], [[]], {}, { length: 1 }, [null], { toString: 1 }];

/** An array in an array in an array …, as JSON. */
export const deepJson = (depth: number, inmost = '1'): string => `${'['.repeat(depth)}${inmost}${']'.repeat(depth)}`;
