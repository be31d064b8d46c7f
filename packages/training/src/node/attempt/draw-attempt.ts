import { createHmac } from 'node:crypto';
import { drawPaper } from '../../common/exam/draw-paper';
import type { BankEntry, Blueprint } from '../../common/exam/blueprint';
import { keepOrder, type Paper } from '../../common/exam/paper';
import { sealQuestion } from '../../common/question/asked-question';
import type { Question } from '../../common/question/question';

const idLength = 16;

export interface Bank { readonly entries: readonly BankEntry[]; contents(ids: readonly string[]): Promise<ReadonlyMap<string, { readonly versionId: string; readonly question: Question }>> }

/**
 * A whole paper. Ids within its questions are named anew with the seed, which never leaves the server, so that neither their order nor
 * what they were called in the bank tells anything.
 * @throws RangeError when the bank has too few questions
 */
export async function drawWholePaper(blueprint: Blueprint, bank: Bank, seed: number): Promise<Paper> {
    const { items } = drawPaper(blueprint, bank.entries, seed);
    const contents = await bank.contents(items.map(each => each.questionId));
    return {
        seed, sections: blueprint.sections.map(({ id, title, passPercent }) => ({ id, title, passPercent })),
        items: items.map((item, place) => {
            const { versionId, question } = contents.get(item.questionId)!;
            const opaque = (id: string): string => createHmac('sha256', `${seed}/${place}`).update(id).digest('base64url').slice(0, idLength);
            return { ...item, versionId, question: sealQuestion(blueprint.shuffleChoices ? question : keepOrder(question), opaque) };
        })
    };
}
