import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const program = path.join(import.meta.dirname, '..', 'check-translations.mjs');
let folder;

const write = (file, content) => {
    const target = path.join(folder, 'packages', 'quality', file);
    fs.mkdirSync(path.dirname(target), { recursive: true });
    fs.writeFileSync(target, typeof content === 'string' ? content : JSON.stringify(content));
};

const translate = (cn, tw = cn) => {
    write('i18n/zh-cn.json', { earshot: { quality: cn } });
    write('i18n/zh-tw.json', { earshot: { quality: tw } });
};

const check = () => {
    const { stdout, status } = spawnSync(process.execPath, [program], { cwd: folder, encoding: 'utf8' });
    return { status, problems: stdout.trim().split('\n').slice(0, -1) };
};

beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'translations-test-'));
});
afterEach(() => fs.rmSync(folder, { recursive: true }));

describe('the check of the translations', { timeout: 30_000 }, () => {
    it('is content with what is whole', () => {
        write('src/browser/page.tsx', `const a = <p title={nls.localize('earshot/quality/page/title', 'Score {0}' + ' of {1}', 1, 2)}>Earshot · {'—'}</p>;`);
        translate({ page: { title: '第 {1} 项得分 {0}' } }, { page: { title: '第 {1} 項得分 {0}' } });
        expect(check()).toEqual({ status: 0, problems: [] });
    });

    it('finds what is missing, left over, or has other placeholders', () => {
        write('src/browser/page.ts', `nls.localize('earshot/quality/a', 'A {0}'); nls.localize('earshot/quality/b', 'B');`);
        translate({ a: '甲', old: '旧' }, { a: '甲 {0}', b: '' });
        const { status, problems } = check();
        expect(status).toBe(1);
        expect(problems).toEqual([
            expect.stringMatching(/zh-cn\.json lacks earshot\/quality\/b/), expect.stringMatching(/zh-cn\.json .*\/a has other placeholders/),
            expect.stringMatching(/zh-cn\.json .*\/old is used nowhere/), expect.stringMatching(/zh-tw\.json .*\/b is empty/)
        ]);
    });

    it('finds what browser tests look for in vain', () => {
        write('src/browser/page.ts', `nls.localize('earshot/quality/a', 'A');`);
        translate({ a: '甲' });
        const test = path.join(folder, 'test', 'e2e', 'page.e2e.ts');
        fs.mkdirSync(path.dirname(test), { recursive: true });
        fs.writeFileSync(test, `say('quality/a'); say('quality/gone', '1');`);
        expect(check()).toEqual({ status: 1, problems: [expect.stringMatching(/page\.e2e\.ts looks for quality\/gone/)] });
    });

    it('finds the other script', () => {
        write('src/browser/page.ts', `nls.localize('earshot/quality/a', 'Quality');`);
        translate({ a: '質检' }, { a: '质檢' });
        expect(check().problems.map(each => each.split(': ').at(-1))).toEqual(['質', '质']);
    });

    it('finds text that is not translated, keys that are not literal, and one key with two texts', () => {
        write('src/browser/page.tsx', `const a = <p title="Hello">Plain<b>{nls.localize(key, 'x')}</b></p>;
            nls.localize('earshot/quality/a', 'One'); nls.localize('earshot/quality/a', 'Two'); nls.localize('earshot/elsewhere/a', 'Three');`);
        translate({ a: '一' });
        expect(check().problems).toHaveLength(5);
    });

    it('reads the labels of commands', () => {
        write('src/browser/commands.ts', `Command.toLocalizedCommand({ id: 'earshot/quality/go', label: 'Go', category: 'View' }, undefined, nls.getDefaultKey('View'));
            Command.toLocalizedCommand({ id: 'x', label: 'Stop', category: 'Calls' }, 'earshot/quality/stop', 'earshot/quality/calls');`);
        translate({ go: '去', stop: '停', calls: '呼' });
        expect(check()).toEqual({ status: 0, problems: [] });
    });

    it('does not ask for what only tests show', () => {
        write('src/browser/page.spec.tsx', `const a = <p>Plain</p>;`);
        expect(check()).toEqual({ status: 0, problems: [] });
    });
});
