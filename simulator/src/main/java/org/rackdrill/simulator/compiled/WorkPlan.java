package org.rackdrill.simulator.compiled;

import org.rackdrill.model.lab.Part;
import org.rackdrill.model.lab.Trait;

/**
 * How long it takes to notice things, and to do them by hand or by a drill: numbers of durations, as the traits of {@link
 * org.rackdrill.model.lab.PartKind#WORK} have them.
 *
 * @param stream the luck of all of them
 */
public record WorkPlan(
        int alarmAfter,
        int upsAlarmAfter,
        int failover,
        int failback,
        int restoreProof,
        int sync,
        int scrub,
        int replaceDisk,
        int arming,
        int undoing,
        int unanswered,
        int stream) {

    static WorkPlan compile(Draft draft) {
        Part takes = draft.lab.operations().takes();
        String name = "operations";
        return new WorkPlan(
                draft.life(name, takes, Trait.ALARM_AFTER),
                draft.life(name, takes, Trait.UPS_ALARM_AFTER),
                draft.life(name, takes, Trait.FAILOVER_TAKES),
                draft.life(name, takes, Trait.FAILBACK_TAKES),
                draft.life(name, takes, Trait.RESTORE_TAKES),
                draft.life(name, takes, Trait.SYNC_TAKES),
                draft.life(name, takes, Trait.SCRUB_TAKES),
                draft.life(name, takes, Trait.REPLACE_TAKES),
                draft.life(name, takes, Trait.ARMING),
                draft.life(name, takes, Trait.UNDOING),
                draft.life(name, takes, Trait.UNANSWERED),
                draft.stream("noticing and doing"));
    }
}
