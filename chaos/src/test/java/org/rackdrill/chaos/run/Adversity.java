package org.rackdrill.chaos.run;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How bad one history is. Each part is drawn on its own, and is often absent, so that some histories have one trouble
 * only and some are quiet.
 *
 * @param lost the chance of a message to be lost; as likely are a lost answer and a late message
 * @param crashes the chance of a host to crash, each ten minutes or so
 * @param hangs the same for hanging
 * @param undoLies the chance of a host whose undo does nothing and says that it is done
 * @param halfDone the chance of an injection to fail on the way
 * @param blind the chance of a probe to know nothing
 * @param killedAt the call to hosts or disk at which the process is killed; none: 0
 * @param powerCut whether its machine loses power then
 * @param stoppedAt the call at which the process stands still for some leases; none: 0
 * @param signalAt the minute in which a person ends it; none: 0
 * @param diskFailsAt the call to the disk that fails; none: 0
 * @param diskFailsForEver whether all later ones fail too
 * @param diskFailureIsDone whether what failed was done all the same
 * @param intruderAt the call at which another controller comes; none: 0
 * @param intruderIsHere whether it uses the same journals
 * @param headStart of what is made ready ahead
 */
record Adversity(
        double lost,
        double crashes,
        double hangs,
        double undoLies,
        double halfDone,
        double blind,
        int killedAt,
        boolean powerCut,
        int stoppedAt,
        int signalAt,
        int diskFailsAt,
        boolean diskFailsForEver,
        boolean diskFailureIsDone,
        int intruderAt,
        boolean intruderIsHere,
        Duration headStart) {

    static final Adversity NONE =
            new Adversity(0, 0, 0, 0, 0, 0, 0, false, 0, 0, 0, false, false, 0, false, Duration.ZERO);

    static Adversity of(RandomGenerator luck) {
        return new Adversity(
                sometimes(luck, 0.35, 0.06),
                sometimes(luck, 0.25, 0.3),
                sometimes(luck, 0.25, 0.3),
                sometimes(luck, 0.2, 0.7),
                sometimes(luck, 0.3, 0.5),
                sometimes(luck, 0.3, 0.2),
                at(luck, 0.4, luck.nextBoolean() ? 60 : 600),
                luck.nextBoolean(),
                at(luck, 0.15, 300),
                at(luck, 0.15, 40),
                at(luck, 0.3, 80),
                luck.nextBoolean(),
                luck.nextBoolean(),
                at(luck, 0.2, 200),
                luck.nextBoolean(),
                Duration.ofSeconds(luck.nextInt(3) * 10L));
    }

    Adversity killedAt(int call, boolean withPower) {
        return new Adversity(
                lost, crashes, hangs, undoLies, halfDone, blind, call, withPower, 0, 0, 0, false, false, 0, false,
                headStart);
    }

    Adversity stoppedAt(int call) {
        return new Adversity(
                lost, crashes, hangs, undoLies, halfDone, blind, 0, false, call, 0, 0, false, false, 0, false,
                headStart);
    }

    Adversity diskFailsAt(int call, boolean forEver, boolean done) {
        return new Adversity(
                lost, crashes, hangs, undoLies, halfDone, blind, 0, false, 0, 0, call, forEver, done, 0, false,
                headStart);
    }

    private static double sometimes(RandomGenerator luck, double chance, double most) {
        return luck.nextDouble() < chance ? luck.nextDouble() * most : 0;
    }

    private static int at(RandomGenerator luck, double chance, int most) {
        return luck.nextDouble() < chance ? 1 + luck.nextInt(most) : 0;
    }
}
