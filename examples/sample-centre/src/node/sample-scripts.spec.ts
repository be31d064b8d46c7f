import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkScript } from '@earshot/training/lib/common/script/check-script';
import { scriptSchema } from '@earshot/training/lib/common/script/script-schema';
import { expect, it } from 'vitest';
import { sampleDocuments } from '../common/sample-documents';
import { samplePositions } from '../common/sample-people';

const folder = join(__dirname, '..', '..', 'scripts');
const scripts = sampleDocuments.filter(each => each.script);

it.each(scripts)('$title has an end on every way, lacks nothing, and concerns positions that there are', ({ files, concerns }) => {
    expect(checkScript(scriptSchema.parse(JSON.parse(readFileSync(join(folder, `${files[0]!}.json`), 'utf8'))))).toEqual([]);
    expect(concerns === 'everybody' ? [] : concerns.filter(each => !(each in samplePositions))).toEqual([]);
});

it('the sample scripts are four, and use every file', () => expect(scripts.flatMap(each => each.files.map(file => `${file}.json`)).sort()).toEqual(readdirSync(folder).sort()));
