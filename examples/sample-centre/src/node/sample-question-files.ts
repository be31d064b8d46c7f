import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { questionsOfGift, type SampleQuestion } from '../common/sample-questions';

const folder = join(dirname(createRequire(__filename).resolve('@earshot/sample-centre/package.json')), 'questions');

/** Every question of the sample: a GIFT file for each document, and one file for the kinds that GIFT does not have. */
export async function sampleQuestions(): Promise<readonly SampleQuestion[]> {
    const files = (await readdir(folder)).filter(each => each.endsWith('.gift')).sort();
    const gift = await Promise.all(files.map(async each => questionsOfGift(each.replace(/\.gift$/u, ''), await readFile(join(folder, each), 'utf8'))));
    return [...gift.flat(), ...JSON.parse(await readFile(join(folder, 'other-kinds.json'), 'utf8')) as readonly SampleQuestion[]];
}
