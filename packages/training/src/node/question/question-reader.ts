import type { Principal } from '@earshot/core/lib/node/api/context';
import { orNotFound } from '@earshot/core/lib/node/api/failure';
import { pageOf } from '@earshot/core/lib/node/storage/cursor';
import { Database } from '@earshot/core/lib/node/storage/database';
import { inject, injectable } from '@theia/core/shared/inversify';
import { containing } from '@earshot/core/lib/node/storage/like-pattern';
import { sql } from 'kysely';
import type { BoundClause, ClauseRow, QuestionDetail, QuestionRow } from '../../common/question/question-contract';
import { possibleQuestionActions } from '../../common/question/question-workflow';
import type { TrainingTables } from '../training-tables';
import { openFindings } from '../item-analysis/open-findings';
import { takersOf } from './question-change';
import { filteredQuestions, orderedQuestions, type QuestionFilter, questionRows, showQuestionRow } from './question-rows';

interface Facet { word: string; questions: number }

/** The question bank as those read it who make exams. */
@injectable()
export class QuestionReader {
    constructor(@inject(Database) private readonly database: Database) { }

    private get tables() {
        return this.database.read<TrainingTables>();
    }

    async list(principal: Principal, filter: QuestionFilter & { readonly after?: string; readonly limit: number }): Promise<{ rows: QuestionRow[]; next?: string }> {
        const found = await orderedQuestions(filteredQuestions(questionRows(this.tables), filter, principal.personId), filter).execute();
        return pageOf(found, filter.limit, row => [row.changed_at.toISOString(), row.id], showQuestionRow);
    }

    async facets(): Promise<{ categories: Facet[]; tags: Facet[]; skills: Facet[] }> {
        const words = async (column: 'tags' | 'skills') => (await sql<Facet>`select word, count(*)::int as questions from training.question, unnest(${sql.ref(column)}) as word group by word order by questions desc, word limit 500`.execute(this.tables)).rows;
        const categories = (await sql<Facet>`select category as word, count(*)::int as questions from training.question where category <> '' group by category order by category limit 500`.execute(this.tables)).rows;
        return { categories, tags: await words('tags'), skills: await words('skills') };
    }

    /** Clauses of documents that everybody may read; of restricted ones nothing is told here. */
    async clauses({ text, limit }: { readonly text: string; readonly limit: number }): Promise<ClauseRow[]> {
        const rows = await this.tables.selectFrom('training.clause as clause').innerJoin('training.document as document', 'document.id', 'clause.document_id').select(['clause.document_id', 'clause.anchor', 'clause.number', 'clause.title', 'document.title as document_title'])
            .where('clause.current', '=', true).where('document.state', '=', 'effective').where('document.restricted', '=', false)
            .where(sql<boolean>`(${text} = '' or document.title || ' ' || clause.number || ' ' || clause.title ilike ${containing(text)} or clause.text ilike ${containing(text)})`)
            .orderBy('document.title').orderBy('document.id').orderBy('clause.place').limit(limit).execute();
        return rows.map(each => ({ documentId: each.document_id, clauseId: each.anchor, documentTitle: each.document_title, number: each.number, title: each.title }));
    }

    /** @throws NOT_FOUND */
    async get(principal: Principal, id: string): Promise<QuestionDetail> {
        const row = orNotFound(await questionRows(this.tables).where('question.id', '=', id).executeTakeFirst());
        const versions = await this.tables.selectFrom('training.question_version as version').leftJoin('core.person as author', 'author.id', 'version.author_id').leftJoin('core.person as approver', 'approver.id', 'version.approved_by')
            .selectAll('version').select(['author.name as author_name', 'approver.name as approver_name']).where('version.question_id', '=', id).orderBy('version.number', 'desc').execute();
        const open = versions.find(each => each.state === 'draft' || each.state === 'in-review');
        const settled = versions.find(each => each.state === 'approved' || each.state === 'retired');
        const shown = orNotFound(open ?? settled);
        const standing = [open, settled].filter(each => each !== undefined);
        const clauses = await this.bound(id, shown.content.clauses);
        const findings = await openFindings(this.tables).select(['exam.id', 'sat.title', 'sat.number', 'finding.concern', 'finding.people']).where('finding.question_id', '=', id).orderBy('finding.found_at').execute();
        const may = possibleQuestionActions(standing.map(each => each.state), takersOf(principal, shown.contributors));
        const confirms = principal.permissions.has('question:write') && clauses.some(each => each.check) && clauses.every(each => each.check?.change !== 'removed');
        return {
            ...showQuestionRow(row), findings: findings.map(each => ({ examId: each.id, examTitle: each.title, number: each.number, concern: each.concern, people: each.people })), content: shown.content, number: shown.number, versionState: shown.state, approved: open && settled?.state === 'approved' ? settled.content : null, clauses, may: [...may, ...confirms ? ['confirm' as const] : []],
            versions: versions.map(each => ({ number: each.number, state: each.state, authorName: each.author_name, approvedBy: each.approver_name, changedAt: each.changed_at.toISOString(), reason: each.reason }))
        };
    }

    private async bound(questionId: string, references: readonly { readonly documentId: string; readonly clauseId: string }[]): Promise<BoundClause[]> {
        const checks = await this.tables.selectFrom('training.question_check as open_check').innerJoin('training.document_version as version', 'version.id', 'open_check.version_id')
            .select(['open_check.document_id', 'open_check.clause_id', 'open_check.version_id', 'open_check.change', 'open_check.opened_at', 'version.major', 'version.minor']).where('open_check.question_id', '=', questionId).where('open_check.resolved_at', 'is', null).orderBy('open_check.opened_at', 'desc').execute();
        const documents = [...new Set(references.map(each => each.documentId))];
        const clauses = documents.length ? await this.tables.selectFrom('training.clause as clause').innerJoin('training.document as document', 'document.id', 'clause.document_id')
            .select(['clause.document_id', 'clause.anchor', 'clause.number', 'clause.title', 'clause.text', 'clause.current', 'document.title as document_title', 'document.restricted']).where('clause.document_id', 'in', documents).execute() : [];
        return references.flatMap(({ documentId, clauseId }) => {
            const clause = clauses.find(each => each.document_id === documentId && each.anchor === clauseId);
            const check = checks.find(each => each.document_id === documentId && each.clause_id === clauseId);
            return clause ? [{
                documentId, clauseId, documentTitle: clause.document_title, number: clause.number, title: clause.title, text: clause.restricted ? '' : clause.text, current: clause.current,
                check: check ? { versionId: check.version_id, versionNumber: `${check.major}.${check.minor}`, change: check.change, openedAt: check.opened_at.toISOString() } : null
            }] : [];
        });
    }
}
