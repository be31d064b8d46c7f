import type { Principal } from '@earshot/core/lib/node/api/context';
import { conflict, invalid, orNotFound } from '@earshot/core/lib/node/api/failure';
import { Database } from '@earshot/core/lib/node/storage/database';
import { newId } from '@earshot/core/lib/node/storage/identifier';
import { inject, injectable } from '@theia/core/shared/inversify';
import type { Kysely } from 'kysely';
import type { ImportPlan } from '../../common/question/question-contract';
import { canonicalQuestion, type QuestionContent, type QuestionLanguage } from '../../common/question/question-content';
import { questionContent } from '../../common/question/question-contract';
import { continueQuestion } from '../../common/question-format/continue-question';
import { formats, readQuestions } from '../../common/question-format/formats';
import type { FileProblem, QuestionFormatName, ReadQuestion } from '../../common/question-format/question-format';
import { zipOfPackage } from './question-file';
import { RepeatedRequest } from '../repeated-request';
import type { Tables, TrainingTables } from '../training-tables';
import { addQuestion, beginVersion, questionChanged } from './question-change';
import { filteredQuestions, hashOfQuestion, type QuestionFilter, questionRows } from './question-rows';

interface QuestionFile { readonly format: QuestionFormatName; readonly text: string; readonly language: QuestionLanguage }
interface Known { readonly id: string; readonly content: QuestionContent; readonly open: boolean; readonly number: number; readonly version: number }
type Outcome = ImportPlan['questions'][number]['outcome'];
interface Planned { readonly entry: ReadQuestion; readonly content: QuestionContent; readonly known: Known | undefined; readonly outcome: Outcome }

interface Imported { readonly importId: string; readonly created: number; readonly revised: number; readonly broken: number }

/** How many questions one file holds at most when it goes out. */
const mostExported = 2000;

/** Questions that come in and go out as files. */
@injectable()
export class QuestionExchange {
    constructor(@inject(Database) private readonly database: Database) { }

    /** What would become of each question of a file; nothing is changed. */
    async plan(file: QuestionFile): Promise<ImportPlan> {
        const { planned, broken } = await this.read(this.database.read<TrainingTables>(), file);
        return {
            questions: planned.map(({ entry, content, outcome }) => ({ line: entry.line, ...placeOf(entry), name: content.name, kind: content.question.kind, prompt: content.question.prompt.slice(0, 500), outcome, notes: [...entry.notes] })),
            broken: broken.map(each => ({ line: each.line, ...placeOf(each), code: each.code, name: each.name, excerpt: each.excerpt, problems: each.problems.map(({ path, code }) => ({ path, code })) }))
        };
    }

    /**
     * New questions become drafts, changed ones drafts beside what exams ask; what is being written by somebody is left alone. A request whose answer was lost can be repeated with the same `importId`.
     *
     * @throws INVALID `nothing-found`; NOT_FOUND for the id of somebody else's import; CONFLICT `undone-already`
     */
    async import(principal: Principal, { importId = newId(), ...file }: QuestionFile & { readonly importId?: string | undefined }): Promise<Imported> {
        return this.database.write<Imported, TrainingTables>(principal, async (transaction, log) => {
            const now = new Date();
            // first of all: the same import on its way a second time waits here for the first
            const { numInsertedOrUpdatedRows: begun } = await transaction.insertInto('training.question_import').values({ id: importId, by: principal.personId, at: now, format: file.format }).onConflict(conflicting => conflicting.column('id').doNothing()).executeTakeFirstOrThrow();
            if (begun === 0n) {
                throw new RepeatedRequest();
            }
            const { planned, broken } = await this.read(transaction, file);
            const taken = planned.filter(each => each.outcome === 'new' || each.outcome === 'changed');
            if (!taken.length) {
                throw invalid([{ path: 'text', code: 'nothing-found' }]);
            }
            for (const { known, content, entry } of taken) {
                if (!known) {
                    await addQuestion(transaction, log, principal, content, { importId, externalId: entry.externalId });
                } else {
                    await beginVersion(transaction, principal, known.id, known.number + 1, content, importId, now);
                    await transaction.updateTable('training.question').set({ open_state: 'draft', version: known.version + 1, changed_at: now }).where('id', '=', known.id).execute();
                    questionChanged(log, known.id);
                }
            }
            const created = taken.filter(each => !each.known).length;
            log.audit('question.imported', 'question-imports', importId, { format: file.format, created, revised: taken.length - created, broken: broken.length });
            return { importId, created, revised: taken.length - created, broken: broken.length };
        }).catch(async (error: unknown) => {
            if (!(error instanceof RepeatedRequest)) {
                throw error;
            }
            const tables = this.database.read<TrainingTables>();
            return { ...await importedBefore(tables, principal, importId), broken: (await this.read(tables, file)).broken.length };
        });
    }

    /** @throws NOT_FOUND; CONFLICT `undone-already` */
    async undo(principal: Principal, importId: string): Promise<{ removed: number; kept: number }> {
        return this.database.write<{ removed: number; kept: number }, TrainingTables>(principal, async (transaction, log) => {
            const { undone_at: undoneAt } = orNotFound(await transaction.selectFrom('training.question_import').select('undone_at').where('id', '=', importId).forUpdate().executeTakeFirst());
            if (undoneAt) {
                throw conflict('undone-already');
            }
            const drafts = await transaction.selectFrom('training.question_version as version').innerJoin('training.question as question', 'question.id', 'version.question_id').select(['version.id', 'version.question_id', 'question.state', 'version.state as version_state', 'version.created_at', 'version.changed_at'])
                .where('version.import_id', '=', importId).forUpdate().execute();
            const untouched = drafts.filter(each => each.version_state === 'draft' && each.changed_at.getTime() === each.created_at.getTime());
            for (const each of untouched) {
                if (each.state === 'draft') {
                    await transaction.deleteFrom('training.question').where('id', '=', each.question_id).execute();
                } else {
                    await transaction.deleteFrom('training.question_version').where('id', '=', each.id).execute();
                    await transaction.updateTable('training.question').set(({ eb }) => ({ open_state: null, version: eb('version', '+', 1), changed_at: new Date() })).where('id', '=', each.question_id).execute();
                }
                questionChanged(log, each.question_id);
            }
            await transaction.updateTable('training.question_import').set({ undone_at: new Date() }).where('id', '=', importId).execute();
            log.audit('question.import-undone', 'question-imports', importId, { removed: untouched.length, kept: drafts.length - untouched.length });
            return { removed: untouched.length, kept: drafts.length - untouched.length };
        });
    }

    /** What is asked, or is going to be: approved versions, and drafts of what was never approved. */
    async export(principal: Principal, { format, ids, filter = {} }: { readonly format: QuestionFormatName; readonly ids?: readonly string[]; readonly filter?: QuestionFilter }) {
        const tables = this.database.read<TrainingTables>();
        const chosen = ids ? questionRows(tables).where('question.id', 'in', ids.length ? [...ids] : ['00000000-0000-0000-0000-000000000000']) : filteredQuestions(questionRows(tables), filter, principal.personId);
        const rows = await chosen.orderBy('question.category').orderBy('question.created_at').orderBy('question.id').limit(mostExported).execute();
        const contents = await this.contentsOf(tables, rows.map(each => each.id));
        const entries = rows.flatMap(row => {
            const known = contents.get(row.id);
            return known ? [{ id: row.id, entry: { question: known.content.question, name: known.content.name, category: known.content.category, tags: known.content.tags, language: known.content.language, externalId: row.external_id ?? row.id } }] : [];
        });
        const { text, left } = formats[format].write(entries.map(each => each.entry));
        return {
            fileName: `questions.${formats[format].extension}`, mediaType: formats[format].mediaType, ...format === 'qti' ? { text: Buffer.from(zipOfPackage(text)).toString('base64'), encoding: 'base64' as const } : { text, encoding: 'utf-8' as const }, written: entries.length - left.filter(each => !each.carried).length,
            left: left.map(each => ({ id: entries[each.place]!.id, name: entries[each.place]!.entry.name, codes: [...each.codes] }))
        };
    }

    private async contentsOf(tables: Kysely<Tables>, ids: readonly string[]): Promise<ReadonlyMap<string, { readonly content: QuestionContent; readonly number: number; readonly open: boolean }>> {
        const versions = ids.length ? await tables.selectFrom('training.question_version').select(['question_id', 'content', 'number', 'state']).where('question_id', 'in', [...ids]).where('state', '<>', 'superseded').orderBy('number').execute() : [];
        const found = new Map<string, { content: QuestionContent; number: number; open: boolean }>();
        for (const each of versions) {
            const open = each.state === 'draft' || each.state === 'in-review';
            const before = found.get(each.question_id);
            // what is approved comes before what is on its way
            found.set(each.question_id, before && open ? { ...before, number: Math.max(before.number, each.number), open } : { content: each.content, number: each.number, open });
        }
        return found;
    }

    /** A question is known by what the file calls it, or by the id under which it went out. */
    private async read(tables: Kysely<Tables>, { format, text, language }: QuestionFile): Promise<{ planned: readonly Planned[]; broken: readonly FileProblem[] }> {
        const { questions, problems } = readQuestions(format, text);
        const names = questions.flatMap(each => each.externalId === null ? [] : [each.externalId]);
        const rows = names.length ? await tables.selectFrom('training.question').select(['id', 'external_id', 'version']).where(({ or, eb }) => or([eb('external_id', 'in', names), eb('id', 'in', names.filter(isId).concat('00000000-0000-0000-0000-000000000000'))])).execute() : [];
        const contents = await this.contentsOf(tables, rows.map(each => each.id));
        const seen = new Set<string>();
        // an id comes before a name, and of two questions of one name the first
        const named = new Map([...rows.map(each => [each.external_id, each] as const).reverse(), ...rows.map(each => [each.id, each] as const)]);
        const broken = [...problems];
        const planned = questions.flatMap((entry): readonly Planned[] => {
            const row = entry.externalId === null ? undefined : named.get(entry.externalId);
            const standing = row && contents.get(row.id);
            const known: Known | undefined = row && standing ? { id: row.id, version: row.version, ...standing } : undefined;
            const content = contentOf(known ? { ...entry, question: continueQuestion(entry.question, known.content.question, lostOf(format, known.content)) } : entry, language, known?.content);
            if (!questionContent.safeParse(content).success) {
                broken.push({ line: entry.line, ...placeOf(entry), code: 'too-large', name: entry.name, excerpt: entry.question.prompt.slice(0, 120), problems: [] });
                return [];
            }
            const twice = known !== undefined && seen.has(known.id);
            if (known) { seen.add(known.id); }
            return [{ entry, content, known, outcome: !known ? 'new' : twice || known.open ? hashOfQuestion(content) === hashOfQuestion(known.content) ? 'same' : 'busy' : canonicalQuestion(content) === canonicalQuestion(known.content) ? 'same' : 'changed' }];
        });
        return { planned, broken: broken.sort((one, other) => (one.file ?? '').localeCompare(other.file ?? '', 'en') || one.line - other.line) };
    }
}

/** What is there of an import that was asked for once more. */
async function importedBefore(tables: Kysely<Tables>, principal: Principal, importId: string): Promise<Omit<Imported, 'broken'>> {
    const known = orNotFound(await tables.selectFrom('training.question_import').select('undone_at').where('id', '=', importId).where('by', '=', principal.personId).executeTakeFirst());
    if (known.undone_at) {
        throw conflict('undone-already');
    }
    const versions = await tables.selectFrom('training.question_version').select('number').where('import_id', '=', importId).execute();
    const created = versions.filter(each => each.number === 1).length;
    return { importId, created, revised: versions.length - created };
}

const placeOf = ({ file }: { readonly file?: string }): { readonly file?: string } => file === undefined ? {} : { file };

const lostOf = (format: QuestionFormatName, content: QuestionContent) => formats[format].write([{ question: content.question, name: content.name, category: content.category, tags: content.tags, externalId: null }]).left[0]?.codes ?? [];

const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u.test(text);

/** What a file does not say about a question that is known stays as it is. */
const contentOf = (entry: ReadQuestion, language: QuestionLanguage, known: QuestionContent | undefined): QuestionContent => ({
    language: known?.language ?? language, name: entry.name, category: entry.category === '' ? known?.category ?? '' : entry.category, tags: entry.tags.length ? entry.tags : known?.tags ?? [], skills: known?.skills ?? [], difficulty: known?.difficulty ?? null, clauses: known?.clauses ?? [],
    question: entry.question
});
