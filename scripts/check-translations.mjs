/**
 * Checks that every text of every package's front end is translated, once and completely: run from the repository's folder.
 * Prints one problem a line and ends with 1 when there are any.
 */
import * as fs from 'node:fs';
import * as path from 'node:path';
import { foreignCharacters } from './translations/chinese-scripts.mjs';
import { textsInSource } from './translations/texts-in-source.mjs';

const languages = ['zh-cn', 'zh-tw'];

const flat = (value, prefix = '') => typeof value === 'string'
    ? [[prefix, value]]
    : Object.entries(value).flatMap(([key, each]) => flat(each, prefix ? `${prefix}/${key}` : key));

const placeholders = text => [...new Set(text.match(/\{\d+\}/g) ?? [])].sort().join(' ');

/** The English texts of each package by their keys, and where two places disagree. A package may use a text of another one. */
const englishOf = (names, texts) => {
    const english = new Map(names.map(each => [each, new Map()]));
    const problems = [];
    for (const { key, text, file } of texts) {
        const ofPackage = english.get(/^earshot\/([^/]+)\/./.exec(key)?.[1]);
        if (ofPackage === undefined) {
            problems.push(`${file} the key ${key} does not begin with earshot/ and the name of a package`);
        } else if (ofPackage.has(key) && ofPackage.get(key) !== text) {
            problems.push(`${file} ${key} has two English texts: "${ofPackage.get(key)}" and "${text}"`);
        } else {
            ofPackage.set(key, text);
        }
    }
    return { english, problems };
};

const translationsIn = file => {
    try {
        return { translated: new Map(flat(JSON.parse(fs.readFileSync(file, 'utf8')))), problems: [] };
    } catch (error) {
        return { translated: new Map(), problems: [`${file} ${error.code === 'ENOENT' ? 'is missing' : `is not JSON: ${error.message}`}`] };
    }
};

const compare = (language, file, english, translated) => {
    const problems = [...english.keys()].filter(key => !translated.has(key)).map(key => `${file} lacks ${key}: "${english.get(key)}"`);
    for (const [key, text] of translated) {
        const original = english.get(key);
        const foreign = foreignCharacters(language, text);
        if (original === undefined) {
            problems.push(`${file} ${key} is used nowhere`);
        } else if (placeholders(text) !== placeholders(original)) {
            problems.push(`${file} ${key} has other placeholders than "${original}"`);
        } else if (text.trim() === '') {
            problems.push(`${file} ${key} is empty`);
        }
        if (foreign.length > 0) {
            problems.push(`${file} ${key} has characters that ${language} does not use: ${foreign.join('')}`);
        }
    }
    return problems;
};

const check = (name, english) => english.size === 0 ? [] : languages.flatMap(language => {
    const file = path.join('packages', name, 'i18n', `${language}.json`);
    const { translated, problems } = translationsIn(file);
    return problems.length > 0 ? problems : compare(language, file, english, translated);
});

/** Texts that a browser test looks for by their keys and that no package says: it would only be found out after twenty minutes. */
const soughtInVain = (folder, known) => (fs.existsSync(folder) ? fs.readdirSync(folder, { recursive: true }) : []).filter(each => each.endsWith('.ts')).flatMap(each => {
    const file = path.join(folder, each);
    return [...fs.readFileSync(file, 'utf8').matchAll(/\bsay\w*\('([^'/]+\/[^']+)'/g)].filter(([, key]) => !known.has(`earshot/${key}`)).map(([, key]) => `${file} looks for ${key}, which no package says`);
});

const names = fs.readdirSync('packages').sort();
const sources = names.map(each => textsInSource(path.join('packages', each)));
const { english, problems: ofKeys } = englishOf(names, sources.flatMap(each => each.texts));
const problems = [...sources.flatMap(each => each.problems), ...ofKeys, ...names.flatMap(each => check(each, english.get(each))),
    ...soughtInVain(path.join('test', 'e2e'), new Set([...english.values()].flatMap(each => [...each.keys()])))];
problems.forEach(each => console.log(each));
console.log(`${[...english.values()].reduce((sum, each) => sum + each.size, 0)} texts, ${problems.length} problems`);
process.exitCode = problems.length > 0 ? 1 : 0;
