import { HandOverContribution } from '@earshot/core/lib/node/people/hand-over';
import { NotificationKind, simpleKind } from '@earshot/core/lib/node/notifications/notification-kind';
import { EntityType, WorkItemSource } from '@earshot/core/lib/node/work/work-contributions';
import type { interfaces } from '@theia/core/shared/inversify';
import { EffectGate } from '../document/effect-gate';
import { QuestionSource } from '../exam/question-source';
import { QuestionBank } from './question-bank';
import { QuestionChecks, QuestionGate } from './question-checks';
import { QuestionEditing } from './question-editing';
import { QuestionEntity } from './question-entity';
import { QuestionExchange } from './question-exchange';
import { QuestionHandOver } from './question-hand-over';
import { QuestionWork } from './question-work';
import { QuestionReader } from './question-reader';
import { questionRouter } from './question-router';

const notifications = [
    simpleKind('question.returned', {
        en: { subject: 'Question given back: {title}', body: 'Your question “{title}” was given back. Open it to read why.' },
        'zh-cn': { subject: '试题被退回：{title}', body: '您的试题“{title}”被退回修改，打开可查看原因。' },
        'zh-tw': { subject: '試題被退回：{title}', body: '您的試題「{title}」被退回修改，開啟可檢視原因。' }
    }),
    simpleKind('question.to-be-checked', {
        en: { subject: 'Questions to check: {title}', body: 'Version {number} of “{title}” changes clauses that {questions} of your questions ask about. Please check them before it takes effect.' },
        'zh-cn': { subject: '试题待复核：{title}', body: '“{title}”{number} 版修改了条款，涉及您的 {questions} 道试题，请在新版生效前完成复核。' },
        'zh-tw': { subject: '試題待複核：{title}', body: '「{title}」{number} 版修改了條款，涉及您的 {questions} 道試題，請在新版生效前完成複核。' }
    })
];

export function bindQuestions(bind: interfaces.Bind): void {
    for (const each of [QuestionReader, QuestionEditing, QuestionChecks, QuestionExchange, QuestionBank]) {
        bind<object>(each).toSelf().inSingletonScope();
    }
    bind(QuestionSource).toService(QuestionBank);
    bind(EntityType).to(QuestionEntity).inSingletonScope();
    bind(WorkItemSource).to(QuestionWork).inSingletonScope();
    bind(HandOverContribution).to(QuestionHandOver).inSingletonScope();
    bind(EffectGate).to(QuestionGate).inSingletonScope();
    notifications.forEach(each => bind(NotificationKind).toConstantValue(each));
}

export const questionRouters = (container: interfaces.Container) => ({ questions: questionRouter(container.get(QuestionReader), container.get(QuestionEditing), container.get(QuestionChecks), container.get(QuestionExchange)) });
