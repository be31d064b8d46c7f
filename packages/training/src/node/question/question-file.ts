import { decodeText } from '@earshot/core/lib/common/files/decode-text';
import { UnpackFailure } from '@earshot/core/lib/node/archive/unpack-failure';
import { readZip } from '@earshot/core/lib/node/archive/zip-directory';
import { invalid } from '@earshot/core/lib/node/api/failure';
import type { StreamHandler } from '@earshot/core/lib/node/api/implementation';
import { readWhole } from '@earshot/core/lib/node/http/read-whole';
import { zipSync } from 'fflate';
import { questionFileBytes } from '../../common/question/question-contract';
import { filesOf, packageText } from '../../common/question-format/qti-package';
import { longestFile } from '../../common/question-format/question-format';

/** What a package may hold. Pictures and sounds are counted, and not kept. */
const limits = { files: 10_000, fileBytes: 20 * 1024 ** 2, unpackedBytes: 200 * 1024 ** 2 } as const;
const longestPath = 300;
const silenceMs = 60_000;

/**
 * A file of questions as text: of a package, all of its items; any other in whichever encoding it was written.
 * @throws INVALID 'question-package-unreadable', 'question-package-too-large' on the path `file`
 */
export async function questionFileText(bytes: Uint8Array): Promise<string> {
    if (Buffer.from(bytes.subarray(0, 4)).toString('latin1') !== 'PK\u0003\u0004') {
        return decodeText(bytes).text;
    }
    const files = await readZip(bytes, limits, name => /\.xml$/iu.test(name)).catch((error: unknown) => {
        throw error instanceof UnpackFailure ? invalid([{ path: 'file', code: error.code === 'archive-unreadable' ? 'question-package-unreadable' : 'question-package-too-large' }]) : error;
    });
    if (files.reduce((sum, each) => sum + each.bytes.length, 0) > longestFile) {
        throw invalid([{ path: 'file', code: 'question-package-too-large' }]);
    }
    return packageText(files.map(({ name, bytes: content }) => ({ path: name.slice(-longestPath), text: decodeText(content).text })));
}

/** The zip of a package, from its text. */
export const zipOfPackage = (text: string): Uint8Array => zipSync(Object.fromEntries(filesOf(text).map(each => [each.path, Buffer.from(each.text)])));

/** Turns a file into the text that the other operations take. Nothing of it is kept. */
export const questionFileUpload: StreamHandler = async (request, response) => {
    request.setTimeout(silenceMs, () => request.destroy());
    const bytes = await readWhole(request, questionFileBytes, { path: 'file', code: 'question-package-too-large' });
    response.json({ text: await questionFileText(bytes) });
};
