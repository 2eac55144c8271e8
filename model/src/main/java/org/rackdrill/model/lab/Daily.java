package org.rackdrill.model.lab;

/** When in a week something is asked of disks. */
public enum Daily {
    /** Always the same. */
    EVENLY,
    /** From seven in the morning to eleven at night. */
    WAKING,
    /** From five in the afternoon to eleven at night, and longer on weekends. */
    EVENING,
    /** From eight to six on weekdays. */
    OFFICE,
    /** In the first minutes of each weekday's work, from eight to nine. */
    MORNING,
    /** From one to five at night. */
    NIGHT
}
