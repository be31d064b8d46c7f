/** Bounds on what a form and its answers may hold, so that untrusted input cannot exhaust memory or precision. */
export const formLimits = {
    sections: 100,
    /** Questions in the whole form. */
    questions: 500,
    /** Options of a question, examples, tests, parts of a condition. */
    entries: 100,
    languages: 20,
    /** Levels of all/any/not, and of an added kind's settings. */
    depth: 8,
    /** UTF-16 units in any text of a form, in an answer and in a comment. */
    textLength: 10_000,
    /** JSON values in the whole form. */
    values: 200_000,
    /** Problems reported at once. */
    problems: 200,
    /** UTF-16 units of a form file. */
    fileLength: 5_000_000,
    /** Of a wording of a phrase. */
    wordingLength: 200,
    /** Of the stretch in which a phrase is looked for: two hours. */
    phraseSeconds: 7200,
    smallestWeight: 0.001,
    largestWeight: 1_000_000,
    smallestPoints: 0.001,
    largestPoints: 1_000_000,
    /** The largest magnitude of a number question's bounds and of its answers. */
    magnitude: 1e12
} as const;

const idPattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;
const languagePattern = /^[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}$/;

/** Ids of sections and questions: 1 to 64 letters, digits, dots, hyphens, underscores, starting with letter or digit. */
export const isFormId = (id: string): boolean => idPattern.test(id);

/** Points that can be added up without losing the figure: none at all, or neither vanishing nor overflowing. */
export const arePoints = (points: number): boolean => points === 0 || points >= formLimits.smallestPoints && points <= formLimits.largestPoints;

/** Lower-case BCP 47 tags, as Theia names its languages. */
export const isLanguageTag = (tag: string): boolean => languagePattern.test(tag);

/** Whether the text can be stored: PostgreSQL's jsonb takes neither U+0000 nor half a surrogate pair. */
export const isStorableText = (text: string): boolean => !text.includes('\0') && !/\p{Cs}/u.test(text);
