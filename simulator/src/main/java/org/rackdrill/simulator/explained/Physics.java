package org.rackdrill.simulator.explained;

import org.rackdrill.simulator.compiled.CauseKind;

/**
 * The process behind each kind of cause.
 *
 * @param process what happens, with the formula where there is one
 * @param source where that comes from
 */
record Physics(String process, String source) {

    private static final String OUR_MODEL = "our model, docs/physics.md";
    private static final String RENEWAL =
            "Barlow and Proschan, Statistical Theory of Reliability and Life Testing, 1975";

    static Physics of(CauseKind kind) {
        return switch (kind) {
            case FAILURE, POWER_SUPPLY, BOOT_DISK, CONTROLLER ->
                new Physics(
                        "alternating renewal: a life is drawn for a new part, then its repair; what stands on it is down"
                                + " from the one to the other, unless something stands in",
                        RENEWAL);
            case DISKS, MISTAKE -> disks(kind);
            case TOO_SLOW ->
                new Physics(
                        "the requests of each hour of the week are played; an hour that misses the stated latency is"
                                + " down, while all is well, with a disk lost, in a resilver and in a scrub",
                        "decision 0022");
            case CRASH ->
                new Physics(
                        "a renewal process; a share of the crashes hangs and waits for a person, the others restart"
                                + " by themselves",
                        OUR_MODEL);
            case OUTAGE, DIP, STORM, HEATWAVE, SURGE, DISASTER -> fromOutside(kind);
            case BATTERY, BREAKER -> power(kind);
            case UPDATE, DRILL, CHANGE -> onPurpose(kind);
            case UNSEEN_FAILURE, NO_REPLICA, DELETION, RANSOMWARE, UNLOCK -> habits(kind);
        };
    }

    private static Physics disks(CauseKind kind) {
        return kind == CauseKind.MISTAKE
                ? new Physics("when a disk is changed, a healthy one is pulled with a chance (wrong-disk)", OUR_MODEL)
                : new Physics(
                        "every disk has its age and its batch, and ages faster in a resilver; a pool is lost when a"
                                + " group loses more disks than its layout bears; without redundancy blocks are lost with"
                                + " the chance 1 - exp(-sum over the disks left of the time since the scrub / mean time"
                                + " to a latent error)",
                        "Elerath and Pecht, DSN 2007; OpenZFS for what a resilver copies");
    }

    private static Physics fromOutside(CauseKind kind) {
        return switch (kind) {
            case STORM, HEATWAVE ->
                new Physics(
                        "they come at random to a region; each of its sites loses its mains with a chance, for long,"
                                + " and then each internet access with another",
                        OUR_MODEL);
            case SURGE ->
                new Physics(
                        "they come at random to a site; what they reach with nothing between that stops them dies with"
                                + " the chance `kills`",
                        OUR_MODEL);
            case DISASTER ->
                new Physics(
                        "a Poisson process; the site is gone with everything in it, and rebuilt in 30 days, sometimes"
                                + " 3 months; where it is rare: hours a year = rate x hours that one strike takes",
                        "Mecke's formula: Last and Penrose, Lectures on the Poisson Process, 2017, theorem 4.1");
            default ->
                new Physics(
                        "a renewal process: the time to the next one and its length are drawn from the statistics of the"
                                + " grid or the provider",
                        RENEWAL);
        };
    }

    private static Physics power(CauseKind kind) {
        return kind == CauseKind.BREAKER
                ? new Physics(
                        "heat follows the square of the current, dh/dt = ((I / rated)^2 - h) / 150 s, and trips at"
                                + " a level between 1.13^2 and 1.45^2; a magnet trips at the inrush when all start at"
                                + " once",
                        "IEC 60898-1 for the levels; the delay is our estimate")
                : new Physics(
                        "after `battery-dies` it carries nothing and looks well, until a power cut, a test or a drill"
                                + " shows it",
                        OUR_MODEL);
    }

    private static Physics onPurpose(CauseKind kind) {
        return switch (kind) {
            case UPDATE ->
                new Physics("on schedule, at 20:00: shutdown, update, POST and boot, one after the other", OUR_MODEL);
            case DRILL -> new Physics("on schedule: what is rehearsed is taken down and comes back", OUR_MODEL);
            default ->
                new Physics(
                        "at random times, each goes wrong with a chance and waits until it is noticed and undone",
                        OUR_MODEL);
        };
    }

    private static Physics habits(CauseKind kind) {
        return switch (kind) {
            case UNSEEN_FAILURE ->
                new Physics(
                        "a protection fails unseen after a life that begins when it was proven last; the next drill or"
                                + " the next need shows it",
                        "decision 0009");
            case NO_REPLICA ->
                new Physics("a guest whose node is gone waits where no copy of its disks is", "Proxmox VE, pvesr");
            case DELETION ->
                new Physics(
                        "a Poisson process; one dataset of the lab, lost when no snapshot and no copy goes back so far",
                        "decision 0010");
            case RANSOMWARE ->
                new Physics(
                        "a Poisson process; services with data stop when it is seen, then cleaning and restores one"
                                + " after the other; it reaches what a host of the lab can write",
                        "decision 0010");
            default -> new Physics("pools wait for their passphrase after a boot", "OpenZFS, keylocation=prompt");
        };
    }
}
