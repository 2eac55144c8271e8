package org.rackdrill.spark;

/**
 * How rows are handed out. It decides how well workers are used and nothing else.
 *
 * @param rowsPerTask that one core runs before it is asked again
 * @param rowsPerJob whose results come back together
 * @param jobs that are begun and not yet counted
 */
record Sharing(int rowsPerTask, int rowsPerJob, int jobs) {

    /** Tens of megabytes of results at once, however large the study. */
    private static final int ROWS_AT_ONCE = 400;

    /** So that cores which are done early find something to do. */
    private static final int TASKS_PER_CORE = 3;

    /** Jobs on the way while one is counted. */
    private static final int JOBS = 4;

    /** Returns how to share rows among so many cores. */
    static Sharing among(int cores) {
        int atOnce = Math.max(ROWS_AT_ONCE, cores * TASKS_PER_CORE);
        int rowsPerJob = (atOnce + JOBS - 1) / JOBS;
        int rowsPerTask = Math.max(1, Math.min(5, atOnce / (cores * TASKS_PER_CORE)));
        return new Sharing(rowsPerTask, rowsPerJob, JOBS);
    }
}
