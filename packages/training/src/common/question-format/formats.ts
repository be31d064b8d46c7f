import { aiken } from './aiken';
import { csv } from './csv';
import { gift } from './gift';
import { moodleXml } from './moodle-xml';
import { qti } from './qti';
import { longestFile, mostQuestions, type QuestionFormat, type QuestionFormatName, type QuestionReading } from './question-format';

export const formats: Readonly<Record<QuestionFormatName, QuestionFormat>> = { gift, aiken, 'moodle-xml': moodleXml, qti, csv };

/** A file read by one of the formats, within what anybody has in a file. */
export function readQuestions(name: QuestionFormatName, text: string): QuestionReading {
    if (text.length > longestFile) {
        return { questions: [], problems: [{ line: 1, code: 'too-large', name: null, excerpt: '', problems: [] }] };
    }
    const { questions, problems } = formats[name].read(text);
    if (questions.length > mostQuestions) {
        return { questions: questions.slice(0, mostQuestions), problems: [...problems, { line: questions[mostQuestions]!.line, code: 'too-many', name: null, excerpt: '', problems: [] }] };
    }
    return questions.length || problems.length ? { questions, problems } : { questions, problems: [{ line: 1, code: 'nothing-found', name: null, excerpt: '', problems: [] }] };
}
