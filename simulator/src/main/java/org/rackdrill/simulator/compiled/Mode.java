package org.rackdrill.simulator.compiled;

/**
 * One way in which something fails.
 *
 * @param owner the process that knows what it means
 * @param subject the number under which the owner knows the thing
 * @param cause what downtime is blamed on
 * @param stream the luck of failing and repairing
 * @param fails time to the next failure, from the end of the repair
 * @param repair how it ends
 */
public record Mode(Owner owner, int subject, int cause, int stream, int fails, Repair repair) {

    /** Which process a failure belongs to. */
    public enum Owner {
        MAINS,
        UPS,
        /** The way from a dead UPS to the wall socket; it never fails by a clock of its own. */
        WALL,
        /** The battery of a UPS, which keeps its own clock. */
        BATTERY,
        /** A node that nobody has switched on again; it never fails by a clock of its own. */
        BUTTON,
        /** A node that did not come back after it lost its power; it never fails by a clock of its own. */
        HARD_STOP,
        /** A circuit breaker that has tripped; it never fails by a clock of its own. */
        BREAKER,
        /** Storms of one region. */
        STORM,
        /** Surges at one site. */
        SURGE,
        /** Something that a surge has killed; it never fails by a clock of its own. */
        SURGED,
        MACHINE,
        SUPPLY,
        WAN,
        VPN,
        DISK,
        CONTROLLER,
        GUEST,
        COMPONENT,
        DISASTER,
        /** A person deletes a dataset by mistake. */
        DELETION,
        /** Somebody encrypts the data of the lab. */
        ATTACK,
        /** A pool beyond its redundancy; it never fails by a clock of its own. */
        POOL,
        /** A guest that its cluster could not start; it never fails by a clock of its own. */
        STRANDED,
        /** A move by hand; it never fails by a clock of its own. */
        MOVE,
        /** Network drives that are gone; it never fails by a clock of its own. */
        MOUNT,
        /** A change on purpose that went wrong; it never fails by a clock of its own. */
        CHANGE,
        /** A healthy disk that was pulled; it never fails by a clock of its own. */
        WRONG_DISK,
        /** Closed pools of a node; they never fail by a clock of their own. */
        UNLOCK,
        /** Ceph beyond its copies; it never fails by a clock of its own. */
        CEPH,
        /** A guest that waits for itself; it never fails by a clock of its own. */
        COLD_START,
        /** Something that guards against harm; its clock starts when it was proven last. */
        PROTECTION
    }

    /**
     * How a failure ends.
     *
     * @param by who ends it
     * @param lasts by itself or by a crew: how long it takes; by the operator: how long the part takes to arrive
     * @param work by the operator: hands-on time
     * @param site where the work is
     * @param hands whether somebody must stand in front of it
     * @param spare the kind of part in the drawer that saves the wait, or -1
     * @param waits the chance that it waits for the operator at all; otherwise a restart ends it
     * @param waitsParameter scales {@code waits}
     */
    public record Repair(
            By by, int lasts, int work, int site, boolean hands, int spare, double waits, int waitsParameter) {

        static Repair byItself(int lasts) {
            return new Repair(By.ITSELF, lasts, Lifetimes.AT_ONCE, 0, false, -1, 0, Parameters.CERTAIN);
        }

        static Repair byCrew(int lasts) {
            return new Repair(By.CREW, lasts, Lifetimes.AT_ONCE, 0, false, -1, 0, Parameters.CERTAIN);
        }

        /** A new part, put in by hand. */
        static Repair byHand(int part, int work, int site, int spare) {
            return new Repair(By.OPERATOR, part, work, site, true, spare, 1, Parameters.CERTAIN);
        }

        /** Work at a keyboard. */
        static Repair atKeyboard(int work, int site) {
            return new Repair(By.OPERATOR, Lifetimes.AT_ONCE, work, site, false, -1, 1, Parameters.CERTAIN);
        }

        Repair waiting(double chance, int parameter) {
            return new Repair(by, lasts, work, site, hands, spare, chance, parameter);
        }

        /** Who ends a failure. */
        public enum By {
            ITSELF,
            CREW,
            OPERATOR
        }
    }
}
