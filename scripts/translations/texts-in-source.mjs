/** Finds the texts that people see in the sources of a package's front end. */
import * as fs from 'node:fs';
import * as path from 'node:path';
import ts from 'typescript';

const shownAttributes = new Set(['title', 'placeholder', 'alt', 'label', 'aria-label', 'aria-description', 'aria-roledescription', 'aria-valuetext']);
/** Two letters in a row, other than the product's name. */
const hasWords = text => /\p{L}{2,}/u.test(text.replaceAll('Earshot', ''));

/** The value of a literal, also of one put together from literals with "+". */
const literal = node => {
    if (node === undefined) {
        return undefined;
    }
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) {
        return node.text;
    }
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
        const parts = [literal(node.left), literal(node.right)];
        return parts.includes(undefined) ? undefined : parts.join('');
    }
    return ts.isParenthesizedExpression(node) || ts.isAsExpression(node) ? literal(node.expression) : undefined;
};

const property = (object, name) => {
    const found = object.properties.find(each => ts.isPropertyAssignment(each) && each.name.getText() === name);
    return found && literal(found.initializer);
};

const isCallOf = (node, object, method) => ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)
    && node.expression.name.text === method && node.expression.expression.getText() === object;

/** `nls.localize(key, text, …)` */
const localized = (node, found, problem) => {
    const [key, text] = node.arguments.map(literal);
    if (key === undefined || text === undefined) {
        problem(node, 'nls.localize takes its key and its English text as literals');
    } else {
        found(key, text);
    }
};

/** `Command.toLocalizedCommand({ id, label, category }, labelKey, categoryKey)`: the label's key is the id when none is given. */
const localizedCommand = (node, found, problem) => {
    const [command, labelKey, categoryKey] = node.arguments;
    if (command === undefined || !ts.isObjectLiteralExpression(command)) {
        problem(node, 'Command.toLocalizedCommand takes its command as a literal');
        return;
    }
    const [label, category] = [property(command, 'label'), property(command, 'category')];
    const key = labelKey && labelKey.getText() !== 'undefined' ? literal(labelKey) : property(command, 'id');
    if (label === undefined || key === undefined) {
        problem(node, 'Command.toLocalizedCommand takes its label and the key of it as literals');
        return;
    }
    found(key, label);
    // the key of a text that Theia itself translates is asked of it
    if (categoryKey && category !== undefined && !isCallOf(categoryKey, 'nls', 'getDefaultKey')) {
        const itsKey = literal(categoryKey);
        itsKey === undefined ? problem(node, 'Command.toLocalizedCommand takes the key of its category as a literal') : found(itsKey, category);
    }
};

const visit = (source, file, result) => {
    const problem = (node, text) => result.problems.push(`${file}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1} ${text}`);
    const found = (key, text) => result.texts.push({ key, text, file });
    const look = node => {
        if (isCallOf(node, 'nls', 'localize')) {
            localized(node, found, problem);
        } else if (isCallOf(node, 'Command', 'toLocalizedCommand')) {
            localizedCommand(node, found, problem);
        } else if (ts.isJsxText(node) && hasWords(node.text)) {
            problem(node, `shows untranslated text: ${node.text.trim()}`);
        } else if (ts.isJsxAttribute(node) && shownAttributes.has(node.name.getText())) {
            const value = node.initializer && literal(ts.isJsxExpression(node.initializer) ? node.initializer.expression : node.initializer);
            if (value !== undefined && hasWords(value)) {
                problem(node, `shows untranslated text in ${node.name.getText()}: ${value}`);
            }
        }
        ts.forEachChild(node, look);
    };
    look(source);
};

const sourcesIn = folder => fs.existsSync(folder)
    ? fs.readdirSync(folder, { recursive: true }).map(String).filter(each => /\.tsx?$/.test(each) && !/\.(spec|it)\.tsx?$/.test(each)).map(each => path.join(folder, each))
    : [];

/**
 * @param {string} folder the package
 * @returns {{ texts: { key: string, text: string, file: string }[], problems: string[] }}
 */
export const textsInSource = folder => {
    const result = { texts: [], problems: [] };
    for (const file of sourcesIn(path.join(folder, 'src', 'browser'))) {
        const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
        visit(ts.createSourceFile(file, fs.readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true, kind), path.relative(process.cwd(), file), result);
    }
    return result;
};
