import * as fs from 'node:fs';
import * as path from 'node:path';
import { repository } from '../../fixtures/back-end';

export type Language = 'en' | 'zh-cn' | 'zh-tw';

interface SourceTexts { readonly texts: readonly { readonly key: string; readonly text: string }[] }
/** Nested by the parts of the key. */
interface Translations { readonly [part: string]: string | Translations }

const packages = fs.readdirSync(path.join(repository, 'packages'));

const { textsInSource } = await import(path.join(repository, 'scripts', 'translations', 'texts-in-source.mjs')) as { textsInSource(folder: string): SourceTexts };

/** Every text of the front end: its key, and what it says in English. */
export const englishTexts = packages.flatMap(each => textsInSource(path.join(repository, 'packages', each)).texts);

const flat = (value: string | Translations, prefix: string): readonly (readonly [string, string])[] => typeof value === 'string'
    ? [[prefix, value]]
    : Object.entries(value).flatMap(([part, each]) => flat(each, prefix === '' ? part : `${prefix}/${part}`));

const translationsOf = (language: Language): ReadonlyMap<string, string> => new Map(packages.flatMap(each => {
    const file = path.join(repository, 'packages', each, 'i18n', `${language}.json`);
    return fs.existsSync(file) ? flat(JSON.parse(fs.readFileSync(file, 'utf8')) as Translations, '') : [];
}));

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A text with `{0}` as a pattern; a value that is not given may be anything. */
const pattern = (text: string, values: readonly string[]): string =>
    text.split(/\{(\d)\}/).map((part, index) => index % 2 === 0 ? escaped(part) : values[Number(part)] === undefined ? '.+' : escaped(values[Number(part)]!)).join('');

/**
 * What the front end says under a key (`core/people/add`), as a pattern for accessible names and visible texts; values that are not
 * given may be anything. Texts change more often than their keys, and one test serves all languages.
 * @throws if the front end has no such text, or it is not translated.
 */
export type Words = (key: string, ...values: readonly string[]) => RegExp;

export const wordsIn = (language: Language): Words => {
    const texts: ReadonlyMap<string, string> = language === 'en' ? new Map(englishTexts.map(({ key, text }) => [key, text])) : translationsOf(language);
    return (key, ...values) => {
        const text = texts.get(`earshot/${key}`);
        if (text === undefined) {
            throw new Error(`The front end has no text ${key} in ${language}.`);
        }
        return new RegExp(`^${pattern(text, values)}$`);
    };
};

/** Not from its beginning to its end: for names that say more besides. */
export const within = ({ source }: RegExp): RegExp => new RegExp(source.slice(1, -1));
