import type { OptionalMoment } from '@earshot/core/lib/node/storage/core-tables';

/** What a review decided is to be done. Each package that keeps minutes has this table in a schema of its own; `due_on` is a day, `2026-11-21`. */
export interface ReviewActionTable { id: string; review_id: string; text: string; owner_id: string; due_on: string; done_at: OptionalMoment; done_by: string | null }

export interface MinutesTables { review_action: ReviewActionTable }
