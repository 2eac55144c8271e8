package org.rackdrill.chaos.check;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.model.quantity.Share;

/**
 * What a drill proves when it goes well. Times are counted from the start of the step that {@link #since} names; without
 * one, from the start of the first fault.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "is")
public sealed interface Expectation {

    /** Returns the step from whose start its time is counted; none: the first fault. */
    Optional<String> since();

    /** Returns it as one line for people. */
    String text();

    /** Returns the last moment after {@code since} that it needs to see; zero when it only looks at the whole. */
    default Duration needs() {
        return Duration.ZERO;
    }

    /**
     * Something that went down works again, and stays up until the end.
     *
     * @param within the longest time until then
     */
    record Recovers(Target of, Duration within, Optional<String> since) implements Expectation {
        @Override
        public String text() {
            return of.text() + " recovers within " + Spelled.time(within);
        }

        @Override
        public Duration needs() {
            return within;
        }
    }

    /**
     * Something is not down for long.
     *
     * @param atMost all times in which it is down, together; zero: never
     */
    record Down(Target of, Duration atMost, Optional<String> since) implements Expectation {
        @Override
        public String text() {
            return atMost.isZero()
                    ? of.text() + " is never down"
                    : of.text() + " is down for at most " + Spelled.time(atMost);
        }
    }

    /**
     * The data that a service works on at the end miss little of what was there when the fault struck.
     *
     * @param atMost the age of the newest lost write; zero: nothing is lost
     */
    record Loses(Target.Dataset of, Duration atMost, Optional<String> since) implements Expectation {
        @Override
        public String text() {
            return atMost.isZero()
                    ? of.text() + " loses nothing"
                    : of.text() + " loses at most the last " + Spelled.time(atMost);
        }
    }

    /**
     * A copy can be restored.
     *
     * @param within from the start of the restore to its end
     * @param matches whether the restored data must equal the state that they claim to be
     * @param age the greatest age of what was restored, from when {@code since} starts; none: any
     */
    record Restores(Target.Copy of, Duration within, boolean matches, Optional<Duration> age, Optional<String> since)
            implements Expectation {
        @Override
        public String text() {
            return of.text() + " restores within " + Spelled.time(within) + (matches ? " and matches" : "");
        }
    }

    /**
     * Somebody is told.
     *
     * @param about what the alarm must name
     * @param within from the fault to the alarm
     * @param clears whether the alarm must be gone again at the end
     */
    record Alarm(Target about, Duration within, boolean clears, Optional<String> since) implements Expectation {
        @Override
        public String text() {
            return "an alarm about " + about.text() + " within " + Spelled.time(within)
                    + (clears ? ", silent again at the end" : "");
        }

        @Override
        public Duration needs() {
            return within;
        }
    }

    /** A pool, a cluster, or a service has all its redundancy back. */
    record RedundancyBack(Target of, Duration within, Optional<String> since) implements Expectation {
        @Override
        public String text() {
            return of.text() + " has its redundancy back within " + Spelled.time(within);
        }

        @Override
        public Duration needs() {
            return within;
        }
    }

    /**
     * Nothing is affected but what may be: no other service, node, box or UPS goes down, and no other data are harmed.
     *
     * @param but what may be, beside the targets of the steps, the drill's blast radius and what was foreseen of each
     *     fault just before it was done. The runner adds these before it asks a world
     */
    record NothingElse(List<Target> but) implements Expectation {
        public NothingElse {
            but = List.copyOf(but);
        }

        @Override
        public Optional<String> since() {
            return Optional.empty();
        }

        @Override
        public String text() {
            return "nothing else is affected";
        }
    }

    /** A probe is true at every moment. */
    record Always(Probe probe, Optional<String> since) implements Expectation {
        @Override
        public String text() {
            return "always " + probe.text();
        }
    }

    /** A probe becomes true. */
    record Eventually(Probe probe, Duration within, Optional<String> since) implements Expectation {
        @Override
        public String text() {
            return probe.text() + " within " + Spelled.time(within);
        }

        @Override
        public Duration needs() {
            return within;
        }
    }

    /**
     * A node is shut down in order before its power ends.
     *
     * @param chargeLeft of the UPS that feeds it, when the shutdown is done; none: any
     */
    record ShutsDown(Target.Node of, Optional<Share> chargeLeft, Optional<String> since) implements Expectation {
        @Override
        public String text() {
            return of.text() + " is shut down in order"
                    + chargeLeft
                            .map(share -> " with " + Spelled.share(share) + " of the charge left")
                            .orElse("");
        }
    }

    /**
     * Nobody has to do much.
     *
     * @param atMost how often somebody does something, what the drill itself does not counted
     */
    record Hands(int atMost, Optional<String> since) implements Expectation {
        @Override
        public String text() {
            return atMost == 0 ? "nobody has to do anything" : "hands are needed at most " + atMost + " times";
        }
    }
}
