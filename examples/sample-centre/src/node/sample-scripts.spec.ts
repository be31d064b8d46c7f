import * as fs from 'node:fs';
import * as path from 'node:path';
import { checkScript } from '@earshot/training/lib/common/script/check-script';
import { scriptSchema } from '@earshot/training/lib/common/script/script-schema';
import { expect, it } from 'vitest';

const folder = path.resolve(__dirname, '../../scripts');

it.each(fs.readdirSync(folder))('the sample script %s has an end on every way, and nothing is missing', file => {
    const { script } = JSON.parse(fs.readFileSync(path.join(folder, file), 'utf8')) as { script: unknown };
    expect(checkScript(scriptSchema.parse(script))).toEqual([]);
});
