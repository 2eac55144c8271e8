package org.rackdrill.chaos.hunt;

import java.time.Duration;

/** What a lab promises, and what a set of faults breaks or not. */
public sealed interface Goal {

    /** Returns it as a person writes it, which reads back as the same goal. */
    String text();

    /**
     * A service that is up.
     *
     * @param text see {@link #text}
     * @param service its name
     * @param allowed for how long it may be down within the week of a hunt
     */
    record Uptime(String text, String service, Duration allowed) implements Goal {}

    /**
     * Data that can be got back.
     *
     * @param text see {@link #text}
     * @param atMost how much of the newest writes may be gone, of any data
     */
    record Kept(String text, Duration atMost) implements Goal {}
}
