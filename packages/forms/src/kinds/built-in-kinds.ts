import { numberKind } from './number';
import { choiceKind, scaleKind } from './options';
import { QuestionKind, QuestionKinds, gatherKinds } from './question-kind';
import { textKind } from './text';
import { passFailKind, yesNoKind } from './two-answers';

/** The kinds of every installation. */
export const builtInKinds: QuestionKinds = gatherKinds([yesNoKind, passFailKind, scaleKind, choiceKind, numberKind, textKind]);

/** The built-in kinds and more. A name that is taken is a programming error and throws. */
export const withKinds = (...added: readonly QuestionKind[]): QuestionKinds => gatherKinds([...builtInKinds.all, ...added]);
