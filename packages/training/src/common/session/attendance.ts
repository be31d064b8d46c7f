export const attendanceMarks = ['present', 'late', 'excused', 'absent'] as const;
/** Whether somebody came. `excused`: did not come, and had said why. */
export type AttendanceMark = typeof attendanceMarks[number];

/** Those who were there learned it, and say how it was. */
export const attendedMarks = ['present', 'late'] as const satisfies readonly AttendanceMark[];
export const attended = (mark: AttendanceMark | null): boolean => mark === 'present' || mark === 'late';
/** Whoever missed it is offered for the next session of the same course. */
export const missed = (mark: AttendanceMark | null): boolean => mark === 'excused' || mark === 'absent';

export type AttendanceCounts = Readonly<Record<AttendanceMark | 'open', number>>;

/** How many came, and of how many nothing is noted yet. */
export const attendanceCounts = (marks: readonly (AttendanceMark | null)[]): AttendanceCounts => ({
    present: marks.filter(each => each === 'present').length, late: marks.filter(each => each === 'late').length, excused: marks.filter(each => each === 'excused').length,
    absent: marks.filter(each => each === 'absent').length, open: marks.filter(each => each === null).length
});
