/**
 * Whatever a back end refuses, or writes into its audit log, has a text on the screen. The codes are read from the source of every
 * package of the product: one that is thrown and that no browser knows would be shown as "something went wrong".
 */
import * as fs from 'node:fs';
import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import { Container, type interfaces } from '@theia/core/shared/inversify';
import { ErrorTextContribution, ErrorTextService } from '@earshot/core/lib/browser/application/error-text';
import { HouseTextContribution } from '@earshot/core/lib/browser/application/house-texts';

const repository = path.resolve(import.meta.dirname, '..', '..');
const product = JSON.parse(fs.readFileSync(path.join(repository, 'examples/browser/package.json'), 'utf8')) as { dependencies: Record<string, string> };
const packages = Object.keys(product.dependencies).filter(each => each.startsWith('@earshot/')).map(each => each.slice('@earshot/'.length)).filter(each => fs.existsSync(path.join(repository, 'packages', each)));

const filesBelow = (folder: string): string[] => !fs.existsSync(folder) ? [] : fs.readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter(each => each.isFile() && /\.tsx?$/.test(each.name)).map(each => path.join(each.parentPath, each.name));
const isShipped = (file: string): boolean => !/\.(it|spec|d)\.tsx?$|\/(testing|backup|embedded|command)\//.test(file);
interface Source { readonly file: string; readonly text: string }
const read = (files: readonly string[]): Source[] => files.filter(isShipped).map(file => ({ file: path.relative(repository, file), text: fs.readFileSync(file, 'utf8') }));
const layer = (name: string): Source[] => read(packages.flatMap(each => filesBelow(path.join(repository, 'packages', each, 'src', name))));
/** What stands in `common` and nothing of the product takes yet cannot come to a screen. */
const taken = (common: readonly Source[], others: readonly Source[]): readonly Source[] => {
    const left = common.filter(({ file }) => [...common, ...others].some(each => each.file !== file && each.text.includes(`/${path.basename(file, '.ts')}'`)));
    return left.length === common.length ? left : taken(left, others);
};
const node = layer('node');
const sources = [...node, ...taken(layer('common'), [...node, ...layer('browser')])];

interface Found { readonly code: string; readonly file: string }
const found = (...patterns: readonly RegExp[]): Found[] => sources.flatMap(({ file, text }) => patterns.flatMap(each => [...text.matchAll(each)].map(match => ({ code: match[1]!, file }))));

/** What stands in place of a part that is only known at run time. */
const partsAtRunTime: Readonly<Record<string, readonly string[]>> = {
    'job.${stateAfter(action)}': ['job.done', 'job.failed', 'job.cancelled'],
    'form.${action}': ['form.publish', 'form.retire'],
    'article.${step.action}': ['submit', 'withdraw', 'return', 'approve', 'publish', 'schedule', 'unschedule', 'verify', 'fall-due', 'retire'].map(each => `article.${each}`),
    'question.${input.action}': ['submit', 'withdraw', 'return', 'approve', 'revise', 'retire'].map(each => `question.${each}`),
    'document.${step.action}': ['submit', 'withdraw', 'return', 'approve', 'schedule', 'unschedule', 'take-effect', 'retire'].map(each => `document.${each}`),
    'training-session.${audited[action]}': ['cancelled', 'reinstated', 'held', 'reopened'].map(each => `training-session.${each}`),
    'article.flag-${state}': ['article.flag-taken', 'article.flag-declined']
};
/** Actions that reach the log through a function of their own: every such text of the file that is not the type of an event. */
const throughFunctions = sources.filter(each => /\.audit\(action,/.test(each.text)).flatMap(({ file, text }) =>
    [...text.matchAll(/(?<!type: |action === )'([a-z]+\.[a-z-]+)', (?:\{|[a-z.]+[,)])/g)].map(match => ({ code: match[1]!, file })));

type Texts = Partial<ErrorTextContribution & HouseTextContribution>;
const isTexts = (value: unknown): value is Texts => typeof value === 'object' && value !== null && ['conflict', 'problem', 'error', 'audit'].some(each => typeof (value as Record<string, unknown>)[each] === 'function');
/** Core's module needs a browser to be loaded; its texts stand in files of their own. Those of the others bind little besides. */
const contributionsOf = async (name: string): Promise<Texts[]> => {
    const folder = path.join(repository, 'packages', name, 'src', 'browser');
    if (name === 'core') {
        return (await Promise.all(filesBelow(folder).filter(file => /-texts\.ts$/.test(file)).map(async file => Object.values(await import(file) as Record<string, unknown>).filter(isTexts)))).flat();
    }
    const container = new Container();
    container.load(((await import(path.join(folder, `${name}-frontend-module.ts`))) as { default: interfaces.ContainerModule }).default);
    return [ErrorTextContribution, HouseTextContribution].flatMap(each => container.isBound(each) ? container.getAll<Texts>(each) : []);
};
const contributions = (await Promise.all(packages.map(contributionsOf))).flat();

/** Codes that nobody at a screen can meet. */
const unseen = new Set(['INTERNAL_SERVER_ERROR']);

const without = (all: readonly Found[], text: (code: string) => string | undefined): string[] => [...new Set(all.filter(each => text(each.code) === undefined).map(each => `${each.code} (${each.file})`))].sort();
const first = (ask: (texts: Texts) => string | undefined): string | undefined => contributions.map(ask).find(each => each !== undefined);

describe('there is a text for every', () => {
    it('package of the product', () => {
        expect(packages).toEqual(expect.arrayContaining(['core', 'assessment', 'media', 'quality']));
        expect(contributions.length).toBeGreaterThanOrEqual(packages.length);
        expect(sources.length).toBeGreaterThan(100);
    });
    it('kind of error', () => {
        const general = Object.assign(Object.create(ErrorTextService.prototype) as object, { contributions: { getContributions: () => contributions } }) as unknown as { describeCode(code: string, data: object): string };
        const unexpected = general.describeCode('unheard of', {});
        const codes = found(/new ORPCError\('([A-Z_]+)'/g, /^ {4}([A-Z_]+): \{ status: \d+/gm);
        expect(codes.length).toBeGreaterThan(8);
        expect(without(codes.filter(each => !unseen.has(each.code)), code => first(each => each.error?.(code, {})) ?? [general.describeCode(code, {})].find(each => each !== unexpected))).toEqual([]);
    });
    it('conflict', () => {
        const reasons = found(/conflict\(\s*'([^']+)'/g, /_key: '([a-z-]+)'/g);
        expect(reasons.length).toBeGreaterThan(20);
        expect(without(reasons, reason => first(each => each.conflict?.(reason, {})))).toEqual([]);
    });
    it('problem with what was entered, and with a job', () => {
        const problems = found(/path: (?:`[^`]*`|[^{}\n`]*?),? ?code: '([a-z-]+)'/g, /path: [^{}\n]*?\bcode: \w+ \? '([a-z-]+)'/g, /JobProblem\('([a-z-]+)'/g, /\bproblem: \{ code: '([a-z-]+)'/g, /\b(?:add|problem)\('[a-zA-Z]+', '([a-z-]+)'/g);
        expect(problems.length).toBeGreaterThan(20);
        expect(without(problems, code => first(each => each.problem?.(code, {})))).toEqual([]);
    });
    it('action of the audit log', () => {
        const literal = found(/\.audit\(\s*'([^']+)'/g);
        const assembled = found(/\.audit\(\s*`([^`]+)`/g).flatMap(({ code, file }) => (partsAtRunTime[code] ?? [code]).map(each => ({ code: each, file })));
        expect(literal.length).toBeGreaterThan(40);
        expect(throughFunctions.length).toBeGreaterThan(5);
        expect(without([...literal, ...assembled, ...throughFunctions], action => first(each => each.audit?.(action)))).toEqual([]);
    });
});
